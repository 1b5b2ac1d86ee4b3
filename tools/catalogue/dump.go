// Dump writes what the component factories of a collector say of themselves: one JSON file per component, the schemas
// of the structs that they configure, and an index. With -judge, it says of sections of configurations whether those
// factories take them. It is compiled together with the components.go that the collector builder writes from a manifest.
package main

import (
	"flag"
	"log"
	"maps"
	"os"
	"slices"

	"go.opentelemetry.io/collector/otelcol"
)

func main() {
	release := flag.String("release", "", "the release of the collector")
	output := flag.String("output", "", "an empty folder for the files")
	cache := flag.String("modcache", "", "the folder of Go's module cache")
	judging := flag.Bool("judge", false, "answer the questions on standard input, and write no files")
	noCreate := flag.Bool("no-create", false, "judge without constructing the components")
	flag.Parse()
	factories, err := components()
	if err != nil {
		log.Fatal(err)
	}
	if *judging {
		// Components may print: standard output is for the verdicts alone.
		verdicts := os.Stdout
		os.Stdout = os.Stderr
		err = judge{sectionsOf(factories), !*noCreate}.answer(os.Stdin, verdicts)
	} else {
		err = dump(factories, *release, *output, *cache)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func dump(factories otelcol.Factories, release, output, cache string) error {
	types := newTypes(newSources(cache))
	var described []description
	for _, section := range sectionsOf(factories) {
		for _, name := range slices.Sorted(maps.Keys(section.factories)) {
			described = append(described, describe(section, name, types))
		}
	}
	return write(output, release, described, types)
}

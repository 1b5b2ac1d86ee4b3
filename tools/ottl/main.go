// Prints what OTTL is in the release that it is compiled with: functions, paths and constants, as the real parsers and
// factories have them.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
)

func main() {
	release := flag.String("release", "", "the name of the release")
	judging := flag.Bool("judge", false, "read configurations, and say which of them a collector refuses")
	sources := flag.String("sources", "", "the folder of the module pkg/ottl, in whose texts the names are looked for")
	encodings := flag.String("encodings", "", "the folder of the module golang.org/x/text")
	locales := flag.String("locales", "", "the folder of the module github.com/elastic/lunes")
	flag.Parse()
	var err error
	if *judging {
		err = judge(os.Stdin, os.Stdout)
	} else {
		err = run(*release, *sources, *encodings, *locales)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// facts are what src/ottl/tables.ts calls LanguageFacts.
type facts struct {
	Release   string                         `json:"release"`
	Functions map[string]functionFacts       `json:"functions"`
	Sets      map[string]map[string][]string `json:"sets"`
	Contexts  map[string]contextFacts        `json:"contexts"`
	Names     nameFacts                      `json:"names"`
}

func run(release, sources, encodings, locales string) error {
	names, err := readCandidates(sources)
	if err != nil {
		return err
	}
	result := facts{Release: release, Contexts: map[string]contextFacts{}}
	for name, describe := range contexts {
		described, err := describe(names)
		if err != nil {
			return fmt.Errorf("context %s: %w", name, err)
		}
		result.Contexts[name] = described
	}
	if result.Functions, result.Sets, err = describeFunctions(); err != nil {
		return err
	}
	if result.Names, err = describeNames(encodings, locales); err != nil {
		return err
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(result)
}

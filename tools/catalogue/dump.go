// Dump writes what the component factories of a collector say of themselves: one JSON file per component, the schemas
// of the structs that they configure, and an index. It is compiled together with the components.go that the collector
// builder writes from a manifest.
package main

import (
	"flag"
	"log"
	"maps"
	"slices"
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/otelcol"
)

func main() {
	release := flag.String("release", "", "the release of the collector")
	output := flag.String("output", "", "an empty folder for the files")
	flag.Parse()
	factories, err := components()
	if err != nil {
		log.Fatal(err)
	}
	types := newTypes()
	var described []description
	for _, section := range sectionsOf(factories) {
		for _, name := range slices.Sorted(maps.Keys(section.factories)) {
			described = append(described, describe(section, name, types))
		}
	}
	if err := write(*output, *release, described, types); err != nil {
		log.Fatal(err)
	}
}

// section is a section of the collector's configuration, with the factories by the newest names of their types.
type section struct {
	name      string
	kind      string
	factories map[string]component.Factory
	modules   map[component.Type]string
}

func sectionsOf(factories otelcol.Factories) []section {
	return []section{
		{"receivers", "receiver", byType(factories.Receivers), factories.ReceiverModules},
		{"processors", "processor", byType(factories.Processors), factories.ProcessorModules},
		{"exporters", "exporter", byType(factories.Exporters), factories.ExporterModules},
		{"connectors", "connector", byType(factories.Connectors), factories.ConnectorModules},
		{"extensions", "extension", byType(factories.Extensions), factories.ExtensionModules},
	}
}

// byType drops the entries under deprecated aliases.
func byType[F component.Factory](factories map[component.Type]F) map[string]component.Factory {
	result := map[string]component.Factory{}
	for _, factory := range factories {
		result[factory.Type().String()] = factory
	}
	return result
}

// description is the file of one component.
type description struct {
	section string

	Kind            string     `json:"kind"`
	Type            string     `json:"type"`
	DeprecatedAlias string     `json:"deprecatedAlias,omitempty"`
	Module          string     `json:"module"`
	Version         string     `json:"version"`
	Stability       any        `json:"stability"`
	Schema          schema     `json:"schema"`
	Defaults        any        `json:"defaults"`
	Optionals       []optional `json:"optionals"`
	CustomUnmarshal [][]string `json:"customUnmarshal"`
	SecretPaths     [][]string `json:"secretPaths"`
	References      []ref      `json:"references"`
}

func describe(section section, name string, types *types) description {
	factory := section.factories[name]
	module, version, _ := strings.Cut(section.modules[factory.Type()], " ")
	found := read(factory.CreateDefaultConfig(), types)
	result := description{
		section:         section.name,
		Kind:            section.kind,
		Type:            name,
		Module:          module,
		Version:         version,
		Stability:       stabilityOf(section.kind, factory),
		Schema:          found.schema,
		Defaults:        found.defaults,
		Optionals:       found.optionals,
		CustomUnmarshal: found.customUnmarshal,
		SecretPaths:     found.secrets,
		References:      found.references,
	}
	if holder, ok := factory.(interface{ DeprecatedAlias() component.Type }); ok {
		result.DeprecatedAlias = holder.DeprecatedAlias().String()
	}
	return result
}

package main

import (
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/otelcol"
)

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

// aliasOf is the type's old name; older releases have none.
func aliasOf(factory component.Factory) string {
	if holder, ok := factory.(interface{ DeprecatedAlias() component.Type }); ok {
		return holder.DeprecatedAlias().String()
	}
	return ""
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
	// The fields that hold addresses to bind, and paths of files.
	ListenPaths []listenPath `json:"listenPaths"`
	FilePaths   []filePath   `json:"filePaths"`
	// Whether the collector takes an empty section, and what it says when it does not.
	DefaultsValid bool   `json:"defaultsValid"`
	DefaultsError string `json:"defaultsError,omitempty"`
}

func describe(section section, name string, types *types) description {
	factory := section.factories[name]
	module, version, _ := strings.Cut(section.modules[factory.Type()], " ")
	found := read(section.kind, factory, types)
	result := description{
		section:         section.name,
		Kind:            section.kind,
		Type:            name,
		DeprecatedAlias: aliasOf(factory),
		Module:          module,
		Version:         version,
		Stability:       stabilityOf(section.kind, factory),
		Schema:          found.schema,
		Defaults:        found.defaults,
		Optionals:       found.optionals,
		CustomUnmarshal: found.customUnmarshal,
		SecretPaths:     found.secrets,
		References:      found.references,
		ListenPaths:     found.listens,
		FilePaths:       found.files,
		DefaultsValid:   true,
	}
	if err := emptyError(factory); err != nil {
		result.DefaultsValid = false
		result.DefaultsError = err.Error()
	}
	return result
}

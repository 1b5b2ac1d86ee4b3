package main

import (
	"fmt"
	"reflect"
	"strings"

	"go.opentelemetry.io/collector/component"
)

// chosenSection is a section whose keys choose the types of their values from a list that the component keeps to itself:
// only decoding tells which of these candidates a release takes, and what their types are.
type chosenSection struct {
	key        string
	candidates []string
}

// chosenSections are by the type of the configuration.
var chosenSections = map[string]chosenSection{
	contribPackage + "receiver/hostmetricsreceiver.Config": {"scrapers", []string{
		"cpu", "disk", "filesystem", "load", "memory", "network", "nfs", "paging", "process", "processes", "system",
	}},
}

// probe decodes an empty section per candidate, and adds what comes of it as an optional section.
func (c *config) probe(factory component.Factory, chosen chosenSection) {
	properties := map[string]any{}
	for _, name := range chosen.candidates {
		document := map[string]any{chosen.key: map[string]any{name: map[string]any{}}}
		decoded, err := decode(factory, document)
		if err != nil {
			continue
		}
		value, ok := valueUnder(reflect.Indirect(reflect.ValueOf(decoded)), name)
		if !ok {
			continue
		}
		path := []string{chosen.key, name}
		found := flavor{"default", c.value(value, path)}
		c.flavors[strings.Join(path, "\x00")] = found
		c.optionals = append(c.optionals, optional{path, found})
		properties[name] = c.types.of(value.Type())
		c.walk(value.Type(), path, nil)
	}
	section := schema{"type": "object", "additionalProperties": false, "properties": properties}
	c.schema["properties"].(map[string]any)[chosen.key] = section
	c.defaults.(map[string]any)[chosen.key] = nil
}

// valueUnder finds what a map of a struct that holds values of any type has under a key.
func valueUnder(structure reflect.Value, key string) (reflect.Value, bool) {
	for index := range structure.NumField() {
		member := structure.Field(index)
		if member.Kind() != reflect.Map || member.Type().Elem().Kind() != reflect.Interface {
			continue
		}
		for entries := member.MapRange(); entries.Next(); {
			if fmt.Sprint(entries.Key()) == key {
				return reflect.Indirect(entries.Value().Elem()), true
			}
		}
	}
	return reflect.Value{}, false
}

package main

import (
	"reflect"
	"slices"
	"strings"

	"go.opentelemetry.io/collector/component"
)

// config is what reflection tells of a configuration.
type config struct {
	schema          schema
	defaults        any
	optionals       []optional
	customUnmarshal [][]string
	secrets         [][]string
	references      []ref
	listens         []listenPath
	files           []filePath

	kind    string
	scrapes bool
	types   *types
	flavors map[string]flavor
}

// optional is a section or value that may be absent.
type optional struct {
	Path []string `json:"path"`
	flavor
}

// flavor is what absence means: `none`, off; `default`, off, and on with these defaults when it is empty; `some`, on.
type flavor struct {
	Flavor   string `json:"flavor"`
	Defaults any    `json:"defaults,omitempty"`
}

func read(kind string, factory component.Factory, types *types) config {
	value := reflect.Indirect(reflect.ValueOf(factory.CreateDefaultConfig()))
	result := config{
		optionals:       []optional{},
		customUnmarshal: [][]string{},
		secrets:         [][]string{},
		references:      []ref{},
		listens:         []listenPath{},
		files:           []filePath{},
		kind:            kind,
		scrapes:         scrapes(value.Type()),
		types:           types,
		flavors:         map[string]flavor{},
	}
	result.schema = types.section(value.Type())
	result.defaults = result.value(value, []string{})
	result.walk(value.Type(), []string{}, nil)
	if chosen, ok := chosenSections[nameOf(value.Type())]; ok {
		result.probe(factory, chosen)
	}
	return result
}

// at is the default at a path: inside an optional section, what is there when the section is on.
func (c *config) at(path []string) any {
	value := c.defaults
	for depth, key := range path {
		if value == nil {
			value = c.flavors[strings.Join(path[:depth], "\x00")].Defaults
		}
		members, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = members[key]
	}
	return value
}

func with(path []string, key string) []string {
	return append(slices.Clone(path), key)
}

// walk notes what the fields of a type are; it follows a type that holds itself once.
func (c *config) walk(kind reflect.Type, path []string, above []reflect.Type) {
	if isCustom(kind) {
		c.customUnmarshal = append(c.customUnmarshal, path)
	}
	switch {
	case kind == opaqueType:
		c.secrets = append(c.secrets, path)
	case kind == componentType || kind == pipelineType:
		c.references = append(c.references, reference(kind, path, above))
	case isOpaqueMap(kind):
		c.secrets = append(c.secrets, with(path, "*"))
	case isOptional(kind):
		found, ok := c.flavors[strings.Join(path, "\x00")]
		if !ok {
			found = flavor{Flavor: "none"}
		}
		c.optionals = append(c.optionals, optional{path, found})
		c.walk(valueOf(kind), path, above)
	case isText(kind):
	case kind.Kind() == reflect.Pointer:
		c.walk(kind.Elem(), path, above)
	case kind.Kind() == reflect.Slice || kind.Kind() == reflect.Array:
		c.walk(kind.Elem(), with(path, "*"), above)
	case kind.Kind() == reflect.Map:
		if key := kind.Key(); key == componentType || key == pipelineType {
			keys := reference(key, with(path, "*"), above)
			keys.Keys = true
			c.references = append(c.references, keys)
		}
		c.walk(kind.Elem(), with(path, "*"), above)
	case kind.Kind() == reflect.Struct && !slices.Contains(above, kind):
		above = append(slices.Clone(above), kind)
		for _, field := range fieldsOf(kind) {
			switch {
			case field.remain:
				c.walk(field.kind, path, above)
			case field.squash:
				c.walk(field.kind, path, above)
			default:
				c.walk(field.kind, with(path, field.key), above)
			}
		}
	case kind.Kind() == reflect.String:
		c.text(path, above)
	}
}

// text notes what a string stands for.
func (c *config) text(path []string, above []reflect.Type) {
	if len(above) == 0 {
		return
	}
	if found, ok := c.listen(path, above); ok {
		c.listens = append(c.listens, found)
	}
	if found, ok := fileOf(path, above); ok {
		c.files = append(c.files, found)
	}
}

// named is the last key of a path that is a field's.
func named(path []string) string {
	for _, key := range slices.Backward(path) {
		if key != "*" {
			return key
		}
	}
	return ""
}

// nameOf is the name of a type with its package.
func nameOf(kind reflect.Type) string {
	return kind.PkgPath() + "." + kind.Name()
}

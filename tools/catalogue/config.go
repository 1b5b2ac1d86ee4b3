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

	types   *types
	flavors map[string]flavor
}

// ref is a field, or the keys of a map, that name a component or a pipeline.
type ref struct {
	Path []string `json:"path"`
	To   string   `json:"to"`
	// What an extension is used for, where the field's Go type or name tells.
	Role string `json:"role,omitempty"`
	// The keys of the map hold the names.
	Keys bool `json:"keys,omitempty"`
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

func read(defaults component.Config, types *types) config {
	result := config{
		optionals:       []optional{},
		customUnmarshal: [][]string{},
		secrets:         [][]string{},
		references:      []ref{},
		types:           types,
		flavors:         map[string]flavor{},
	}
	value := reflect.ValueOf(defaults)
	for value.Kind() == reflect.Pointer {
		value = value.Elem()
	}
	result.schema = types.section(value.Type())
	result.defaults = result.value(value, []string{})
	result.walk(value.Type(), []string{}, nil)
	return result
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
	}
}

// roles of the extensions that structs of these packages name.
var roles = map[string]string{
	"go.opentelemetry.io/collector/config/configauth":       "auth",
	"go.opentelemetry.io/collector/config/configmiddleware": "middleware",
}

func reference(kind reflect.Type, path []string, above []reflect.Type) ref {
	if kind == pipelineType {
		return ref{Path: path, To: "pipeline"}
	}
	result := ref{Path: path, To: "component"}
	if len(above) > 0 {
		result.Role = roles[above[len(above)-1].PkgPath()]
	}
	if last := path[len(path)-1]; result.Role == "" && (last == "storage" || last == "encoding") {
		result.Role = last
	}
	return result
}

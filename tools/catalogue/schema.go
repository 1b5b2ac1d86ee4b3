package main

import (
	"reflect"
	"strings"
)

// schema is a JSON Schema (draft 2020-12). That any value may also be null or `${…}` is not said in it.
type schema map[string]any

// types collects the schemas of named structs.
type types struct {
	definitions map[string]schema
	// The Go packages that they come from.
	packages map[string]bool
	sources  *sources
}

func newTypes(sources *sources) *types {
	return &types{map[string]schema{}, map[string]bool{}, sources}
}

// pointerEscapes writes a key as part of the fragment of a URI that holds a JSON pointer.
var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1", "[", "%5B", "]", "%5D", " ", "%20", "{", "%7B", "}", "%7D", `"`, "%22")

// reference leads to the definition of a named struct, which it makes when there is none.
func (t *types) reference(kind reflect.Type, make func() schema) schema {
	key := kind.PkgPath() + "." + kind.Name()
	if _, ok := t.definitions[key]; !ok {
		t.definitions[key] = nil // A struct may hold itself.
		t.definitions[key] = make()
	}
	return schema{"$ref": "#/$defs/" + pointerEscapes.Replace(key)}
}

// of is the schema of a type as it stands in a field.
func (t *types) of(kind reflect.Type) schema {
	switch {
	case kind == durationType:
		return schema{"type": "string", "format": "go-duration"}
	case kind == opaqueType:
		return schema{"type": "string", "x-secret": true}
	case kind == componentType:
		return schema{"type": "string", "format": "component-id"}
	case kind == pipelineType:
		return schema{"type": "string", "format": "pipeline-id"}
	case isOpaqueMap(kind):
		return t.opaqueMap()
	case isOptional(kind):
		return t.optional(kind)
	case isText(kind):
		return schema{"type": "string", "x-text": kind.String()}
	}
	switch kind.Kind() {
	case reflect.Pointer:
		result := t.of(kind.Elem())
		result["x-pointer"] = true
		return result
	case reflect.Struct:
		if kind.Name() == "" {
			return t.section(kind)
		}
		return t.reference(kind, func() schema { return t.section(kind) })
	case reflect.Map:
		result := schema{"type": "object", "additionalProperties": t.of(kind.Elem())}
		if keys := t.of(kind.Key()); len(keys) > 1 {
			result["propertyNames"] = keys
		}
		return custom(kind, result)
	case reflect.Slice, reflect.Array:
		return custom(kind, schema{"type": "array", "items": t.of(kind.Elem())})
	case reflect.Interface:
		return schema{}
	default:
		return custom(kind, scalar(kind))
	}
}

func custom(kind reflect.Type, result schema) schema {
	if isCustom(kind) {
		result["x-custom-unmarshal"] = true
	}
	return result
}

// section is the schema of a struct, with the fields of inlined structs among its own.
func (t *types) section(kind reflect.Type) schema {
	properties := map[string]any{}
	result := schema{"type": "object", "additionalProperties": false, "properties": properties}
	t.collect(kind, properties, result)
	return custom(kind, result)
}

func (t *types) collect(kind reflect.Type, properties map[string]any, into schema) {
	if name := kind.PkgPath(); name != "" {
		t.packages[name] = true
	}
	for _, field := range fieldsOf(kind) {
		switch {
		case field.remain:
			into["additionalProperties"] = t.rest(field.kind)
		case field.squash:
			t.collect(squashed(field.kind), properties, into)
		default:
			property := t.of(field.kind)
			if t.sources.isDeprecated(kind, field.name) {
				property["deprecated"] = true
			}
			properties[field.key] = property
		}
	}
}

// squashed is the struct behind a field that is inlined.
func squashed(kind reflect.Type) reflect.Type {
	kind = deref(kind)
	if isOptional(kind) {
		return squashed(valueOf(kind))
	}
	return kind
}

func (t *types) rest(kind reflect.Type) any {
	if kind.Kind() != reflect.Map || kind.Elem().Kind() == reflect.Interface {
		return true
	}
	return t.of(kind.Elem())
}

func (t *types) optional(kind reflect.Type) schema {
	value := valueOf(kind)
	section := deref(value)
	if !enabledWorks || !isSection(section) {
		result := t.of(value)
		result["x-optional"] = true
		return result
	}
	// `enabled` can't be put beside a reference: what it leads to refuses other keys.
	result := t.reference(kind, func() schema {
		section := t.section(section)
		section["properties"].(map[string]any)["enabled"] = schema{"type": "boolean"}
		return section
	})
	result["x-optional"] = true
	return result
}

// opaqueMap is a map of secrets, or a list of their names and values.
func (t *types) opaqueMap() schema {
	secret := t.of(opaqueType)
	pair := schema{
		"type":                 "object",
		"additionalProperties": false,
		"properties":           map[string]any{"name": schema{"type": "string"}, "value": secret},
	}
	return schema{"type": []string{"object", "array"}, "additionalProperties": secret, "items": pair}
}

// 64 bits are more than a number of JSON holds everywhere: only the format says that width.
var integers = map[reflect.Kind]schema{
	reflect.Int:    {"format": "int64"},
	reflect.Int8:   {"format": "int8", "minimum": -1 << 7, "maximum": 1<<7 - 1},
	reflect.Int16:  {"format": "int16", "minimum": -1 << 15, "maximum": 1<<15 - 1},
	reflect.Int32:  {"format": "int32", "minimum": -1 << 31, "maximum": 1<<31 - 1},
	reflect.Int64:  {"format": "int64"},
	reflect.Uint:   {"format": "uint64", "minimum": 0},
	reflect.Uint8:  {"format": "uint8", "minimum": 0, "maximum": 1<<8 - 1},
	reflect.Uint16: {"format": "uint16", "minimum": 0, "maximum": 1<<16 - 1},
	reflect.Uint32: {"format": "uint32", "minimum": 0, "maximum": 1<<32 - 1},
	reflect.Uint64: {"format": "uint64", "minimum": 0},
}

func scalar(kind reflect.Type) schema {
	if limits, ok := integers[kind.Kind()]; ok {
		result := schema{"type": "integer"}
		for key, value := range limits {
			result[key] = value
		}
		return result
	}
	switch kind.Kind() {
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return schema{"type": "number"}
	case reflect.String:
		return schema{"type": "string"}
	}
	// Functions and channels: the decoder has nothing to put there.
	return schema{"not": schema{}}
}

package main

import (
	"encoding"
	"reflect"
	"strings"
	"time"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/config/configopaque"
	"go.opentelemetry.io/collector/config/configoptional"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/pipeline"
)

var (
	durationType    = reflect.TypeFor[time.Duration]()
	opaqueType      = reflect.TypeFor[configopaque.String]()
	componentType   = reflect.TypeFor[component.ID]()
	pipelineType    = reflect.TypeFor[pipeline.ID]()
	unmarshaler     = reflect.TypeFor[confmap.Unmarshaler]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
	optionalPackage = reflect.TypeFor[configoptional.Optional[struct{}]]().PkgPath()
	opaquePackage   = opaqueType.PkgPath()
)

// field is what the collector's decoder makes of a field of a struct.
type field struct {
	// The key in the configuration; none of a field that is inlined or takes the rest.
	key string
	// The name in Go.
	name string
	// Where the field is.
	index int
	kind  reflect.Type
	// The field's own fields are inlined.
	squash bool
	// The field takes all keys that no other field has.
	remain bool
}

// fieldsOf lists the fields of a struct that the decoder fills.
func fieldsOf(structure reflect.Type) []field {
	var result []field
	for index := range structure.NumField() {
		member := structure.Field(index)
		key, options, _ := strings.Cut(member.Tag.Get("mapstructure"), ",")
		if key == "-" || (!member.IsExported() && !member.Anonymous) {
			continue
		}
		found := field{key: key, name: member.Name, index: index, kind: member.Type}
		for option := range strings.SplitSeq(options, ",") {
			found.squash = found.squash || option == "squash"
			found.remain = found.remain || option == "remain"
		}
		if !member.IsExported() && !found.squash {
			continue
		}
		if found.key == "" {
			found.key = member.Name
		}
		result = append(result, found)
	}
	return result
}

// isOptional recognises configoptional.Optional[T].
func isOptional(kind reflect.Type) bool {
	return kind.PkgPath() == optionalPackage && strings.HasPrefix(kind.Name(), "Optional[")
}

// valueOf is the T of an Optional[T].
func valueOf(kind reflect.Type) reflect.Type {
	member, _ := kind.FieldByName("value")
	return member.Type
}

// isOpaqueMap recognises configopaque.MapList, which older releases do not have.
func isOpaqueMap(kind reflect.Type) bool {
	return kind.PkgPath() == opaquePackage && kind.Name() == "MapList"
}

func isText(kind reflect.Type) bool {
	return kind.Kind() != reflect.Interface && reflect.PointerTo(kind).Implements(textUnmarshaler)
}

// isCustom says that a type decodes itself.
func isCustom(kind reflect.Type) bool {
	return kind.Kind() != reflect.Interface && !isOptional(kind) && !isOpaqueMap(kind) &&
		reflect.PointerTo(kind).Implements(unmarshaler)
}

// enabledWorks says whether this release takes `enabled` in a section of an Optional.
var enabledWorks = func() bool {
	var probe configoptional.Optional[struct {
		Name string `mapstructure:"name"`
	}]
	return confmap.NewFromStringMap(map[string]any{"enabled": true}).Unmarshal(&probe) == nil
}()

func deref(kind reflect.Type) reflect.Type {
	for kind.Kind() == reflect.Pointer {
		kind = kind.Elem()
	}
	return kind
}

// isSection says that a type is written as a map of its own fields.
func isSection(kind reflect.Type) bool {
	return kind.Kind() == reflect.Struct && !isOptional(kind) && !isText(kind)
}

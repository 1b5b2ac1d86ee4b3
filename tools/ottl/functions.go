package main

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/iancoleman/strcase"
)

type functionFacts struct {
	Name       string           `json:"name"`
	Parameters []parameterFacts `json:"parameters"`
}

type parameterFacts struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Optional bool   `json:"optional"`
}

// factory is what all factories have in common, whatever their context.
type factory interface {
	Name() string
	CreateDefaultArguments() any
}

// parametersOf reads the parameters of a function from the struct that its arguments are put into.
func parametersOf(arguments any) ([]parameterFacts, error) {
	result := []parameterFacts{}
	if arguments == nil {
		return result, nil
	}
	structure := reflect.TypeOf(arguments).Elem()
	for index := range structure.NumField() {
		field := structure.Field(index)
		fieldType, optional := field.Type, strings.HasPrefix(field.Type.Name(), "Optional[")
		if optional {
			fieldType = fieldType.Field(0).Type
		}
		named, err := argumentName(field.Name)
		if err != nil {
			return nil, err
		}
		result = append(result, parameterFacts{named, parameterType(fieldType), optional})
	}
	return result, nil
}

var capital = regexp.MustCompile("[A-Z]")

// argumentName is how a named argument writes the name of a field. The parser turns it back into the field's name.
func argumentName(field string) (string, error) {
	name := strings.ToLower(strings.TrimPrefix(capital.ReplaceAllString(field, "_$0"), "_"))
	if strcase.ToCamel(name) != field {
		return "", fmt.Errorf("no argument is named %s", field)
	}
	return name, nil
}

// Types of parameters by the names of their Go types, the longer names first.
var getters = []struct{ prefix, name string }{
	{"PMapGetSetter[", "mapTarget"},
	{"PSliceGetSetter[", "sliceTarget"},
	{"GetSetter[", "setter"},
	{"Setter[", "setter"},
	{"FunctionGetter[", "function"},
	{"LambdaExpression[", "lambda"},
	{"Getter[", "any"},
	{"StringLikeGetter[", "stringLike"},
	{"StringGetter[", "string"},
	{"IntLikeGetter[", "intLike"},
	{"IntGetter[", "int"},
	{"FloatLikeGetter[", "floatLike"},
	{"FloatGetter[", "float"},
	{"BoolLikeGetter[", "boolLike"},
	{"BoolGetter[", "bool"},
	{"ByteSliceLikeGetter[", "bytesLike"},
	{"PMapGetter[", "map"},
	{"PSliceGetter[", "slice"},
	{"TimeGetter[", "time"},
	{"DurationGetter[", "duration"},
}

var lists = map[string]string{
	"any": "anys", "string": "strings", "stringLike": "stringLikes", "int": "ints", "float": "floats", "map": "maps",
	"slice": "slices", "literalString": "literalStrings", "literalInt": "literalInts", "literalFloat": "literalFloats",
}

func parameterType(fieldType reflect.Type) string {
	if fieldType.Kind() == reflect.Pointer {
		fieldType = fieldType.Elem()
	}
	if fieldType.Kind() == reflect.Slice {
		if fieldType.Elem().Kind() == reflect.Uint8 {
			return "literalBytes"
		}
		if list := lists[parameterType(fieldType.Elem())]; list != "" {
			return list
		}
		return "other"
	}
	if fieldType.Name() == "Enum" {
		return "enum"
	}
	switch fieldType.Kind() {
	case reflect.String:
		return "literalString"
	case reflect.Int64:
		return "literalInt"
	case reflect.Float64:
		return "literalFloat"
	case reflect.Bool:
		return "literalBool"
	}
	for _, getter := range getters {
		if strings.HasPrefix(fieldType.Name(), getter.prefix) {
			return getter.name
		}
	}
	return "other"
}

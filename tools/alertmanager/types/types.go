// Package types says what the types of a configuration are, by reflection.
package types

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// scalars are the types that read themselves from a text, and what they are called in what is printed.
var scalars = map[string]string{
	"github.com/prometheus/common/config.Secret":                         "secret",
	"github.com/prometheus/common/config.URL":                            "anyUrl",
	"github.com/prometheus/common/config.TLSVersion":                     "tlsVersion",
	"github.com/prometheus/common/model.Duration":                        "duration",
	"github.com/prometheus/common/model.LabelName":                       "string",
	"github.com/prometheus/common/model.LabelValue":                      "string",
	"github.com/prometheus/alertmanager/config.HostPort":                 "hostPort",
	"github.com/prometheus/alertmanager/config.Matchers":                 "matchers",
	"github.com/prometheus/alertmanager/config.Regexp":                   "regexp",
	"github.com/prometheus/alertmanager/config.Secret":                   "secret",
	"github.com/prometheus/alertmanager/config.SecretURL":                "secretUrl",
	"github.com/prometheus/alertmanager/config.URL":                      "url",
	"github.com/prometheus/alertmanager/config.duration":                 "goDurationText",
	"github.com/prometheus/alertmanager/config/common.Matchers":          "matchers",
	"github.com/prometheus/alertmanager/config/common.Regexp":            "regexp",
	"github.com/prometheus/alertmanager/config/common.SecretTemplateURL": "secretTemplateUrl",
	"github.com/prometheus/alertmanager/config/common.SecretURL":         "secretUrl",
	"github.com/prometheus/alertmanager/config/common.URL":               "url",
	"github.com/prometheus/alertmanager/timeinterval.DayOfMonthRange":    "daysOfMonth",
	"github.com/prometheus/alertmanager/timeinterval.Location":           "location",
	"github.com/prometheus/alertmanager/timeinterval.MonthRange":         "months",
	"github.com/prometheus/alertmanager/timeinterval.TimeRange":          "TimeRange",
	"github.com/prometheus/alertmanager/timeinterval.WeekdayRange":       "weekdays",
	"github.com/prometheus/alertmanager/timeinterval.YearRange":          "years",
	"time.Duration": "goDuration",
}

// alternatives are structs that may also be written as a text.
var alternatives = map[string]bool{"JiraFieldConfig": true}

// aliases are names of structs that would be said twice.
var aliases = map[string]string{
	"github.com/prometheus/alertmanager/config.TimeInterval":  "NamedTimeIntervals",
	"github.com/prometheus/alertmanager/eventrecorder.Config": "EventRecorderConfig",
}

type describer struct {
	structs  map[string]map[string]string
	packages map[string]string
}

// Describe prints every struct that a configuration is made of, as the fields of its YAML with their types: a scalar, the
// name of a struct, and before either `[]` for a list and `{}` for a map by text.
func Describe(configuration reflect.Type, out io.Writer) error {
	d := describer{map[string]map[string]string{}, map[string]string{}}
	d.typeOf(configuration)
	// It is decoded from a struct of its own.
	d.structs["TimeRange"] = map[string]string{"start_time": "string", "end_time": "string"}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	return encoder.Encode(d.structs)
}

func (d describer) typeOf(t reflect.Type) string {
	full := t.PkgPath() + "." + t.Name()
	if scalar, ok := scalars[full]; ok {
		return scalar
	}
	switch t.Kind() {
	case reflect.Pointer:
		return d.typeOf(t.Elem())
	case reflect.Slice:
		return "[]" + d.typeOf(t.Elem())
	case reflect.Map:
		return "{}" + d.typeOf(t.Elem())
	case reflect.Interface:
		return "any"
	case reflect.Bool:
		return "bool"
	case reflect.String:
		return "string"
	case reflect.Float32, reflect.Float64:
		return "float"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return "int"
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return "uint"
	case reflect.Struct:
		return d.structOf(t, full)
	default:
		panic(fmt.Sprintf("%s is of a kind that no configuration has", full))
	}
}

func (d describer) structOf(t reflect.Type, full string) string {
	// A struct that is nothing but a map, such as HTTP headers.
	if t.NumField() == 1 && strings.HasSuffix(t.Field(0).Tag.Get("yaml"), ",inline") && t.Field(0).Type.Kind() == reflect.Map {
		return d.typeOf(t.Field(0).Type)
	}
	name := t.Name()
	if alias, ok := aliases[full]; ok {
		name = alias
	}
	if known, ok := d.packages[name]; ok && known != full {
		panic(fmt.Sprintf("%s and %s have one name", known, full))
	}
	if _, ok := d.packages[name]; !ok {
		d.packages[name] = full
		d.structs[name] = map[string]string{}
		d.fieldsOf(t, d.structs[name])
	}
	if alternatives[name] {
		return "string|" + name
	}
	return name
}

func (d describer) fieldsOf(t reflect.Type, fields map[string]string) {
	for field := range t.Fields() {
		tag, options, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		inline := strings.Contains(options, "inline")
		switch {
		case !field.IsExported() || tag == "-":
		case inline:
			d.fieldsOf(field.Type, fields)
		case tag == "":
			fields[strings.ToLower(field.Name)] = d.typeOf(field.Type)
		default:
			fields[tag] = d.typeOf(field.Type)
		}
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"go.uber.org/zap"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/pprofile"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/ottlfuncs"
)

type contextFacts struct {
	Reads []string             `json:"reads"`
	Paths map[string]pathFacts `json:"paths"`
	Enums map[string]int64     `json:"enums"`
}

type pathFacts struct {
	Type     string `json:"type"`
	Keys     bool   `json:"keys"`
	Settable bool   `json:"settable"`
	Optional bool   `json:"optional"`
}

// records makes two records of the same kind, one with a value everywhere and one with none.
type records[K any] struct {
	filled, empty func() K
}

// language is a context of OTTL.
type language[K any] struct {
	name      string
	newParser func(map[string]ottl.Factory[K], component.TelemetrySettings, ...ottl.Option[K]) (ottl.Parser[K], error)
	prefixed  func() ottl.Option[K]
	kinds     []records[K]
	// What the client of a request is known by.
	request context.Context

	parser ottl.Parser[K]
	// What the function Sample returns.
	sample any
}

const deepest = 3

func (l *language[K]) describe(names candidates) (contextFacts, error) {
	functions := ottlfuncs.StandardFuncs[K]()
	functions["Sample"] = ottl.NewFactory("Sample", nil, func(ottl.FunctionContext, ottl.Arguments) (ottl.ExprFunc[K], error) {
		return func(context.Context, K) (any, error) { return l.sample, nil }, nil
	})
	settings := component.TelemetrySettings{Logger: zap.NewNop()}
	var err error
	if l.parser, err = l.newParser(functions, settings, l.prefixed()); err != nil {
		return contextFacts{}, err
	}
	result := contextFacts{Reads: l.reads(names.prefixes), Paths: map[string]pathFacts{}, Enums: map[string]int64{}}
	l.paths(l.name, names.of(l.name), deepest, result.Paths)
	for _, name := range names.enums {
		if expression, err := l.parser.ParseValueExpression(name); err == nil {
			value, _ := expression.Eval(l.request, l.kinds[0].filled())
			result.Enums[name] = value.(int64)
		}
	}
	return result, nil
}

// reads lists the prefixes that the parser knows, the context's own first.
func (l *language[K]) reads(prefixes []string) []string {
	result := []string{l.name}
	for _, prefix := range prefixes {
		_, err := l.parser.ParseValueExpression(prefix + ".unknown")
		if prefix == l.name || err == nil {
			continue
		}
		// A word of the language is no prefix either.
		message := err.Error()
		if !strings.Contains(message, "it must be replaced by one of") && !strings.Contains(message, "invalid syntax") {
			result = append(result, prefix)
		}
	}
	slices.Sort(result[1:])
	return result
}

func (l *language[K]) paths(prefix string, parts []string, depth int, found map[string]pathFacts) {
	for _, part := range parts {
		path := prefix + "." + part
		if _, err := l.parser.ParseValueExpression(path); err == nil {
			found[strings.TrimPrefix(path, l.name+".")] = l.describePath(path)
		}
		if depth > 1 {
			l.paths(path, parts, depth-1, found)
		}
	}
}

func (l *language[K]) describePath(path string) pathFacts {
	described := pathFacts{Type: "", Keys: l.takesKeys(path), Settable: l.isSettable(path)}
	for _, kind := range l.kinds {
		described.add(l.get(l.request, path, kind.filled()))
		described.add(l.get(context.Background(), path, kind.empty()))
	}
	if described.Type == "" {
		described.Type = "any"
	}
	return described
}

func (p *pathFacts) add(value any, err error) {
	found := typeOf(value)
	switch {
	case err != nil:
	case found == "nil":
		p.Optional = true
	case p.Type == "" || p.Type == found:
		p.Type = found
	default:
		p.Type = "any"
	}
}

func (l *language[K]) takesKeys(path string) bool {
	for _, key := range []string{`["key"]`, "[0]"} {
		if _, err := l.parser.ParseValueExpression(path + key); err == nil {
			return true
		}
	}
	return false
}

// isSettable tries to set a path of records without values to what the same path of others gives, and looks whether
// that changes anything.
func (l *language[K]) isSettable(path string) bool {
	statement, err := l.parser.ParseStatement(fmt.Sprintf("set(%s, Sample())", path))
	if err != nil {
		return false
	}
	filledMap := pcommon.NewMap()
	filledMap.PutStr("key", "value")
	for _, kind := range l.kinds {
		samples := []any{filledMap}
		if value, err := l.get(l.request, path, kind.filled()); err == nil && value != nil {
			samples = append(samples, value)
		}
		for _, sample := range samples {
			l.sample = sample
			record := kind.empty()
			before := l.shown(path, record)
			err := guarded(func() error {
				_, _, err := statement.Execute(l.request, record)
				return err
			})
			if err == nil && l.shown(path, record) != before {
				return true
			}
		}
	}
	return false
}

// shown is a value with all that it points to.
func (l *language[K]) shown(path string, record K) string {
	value, err := l.get(l.request, path, record)
	if err != nil {
		return "nothing"
	}
	var text strings.Builder
	show(&text, reflect.ValueOf(value), 12)
	return text.String()
}

func show(text *strings.Builder, value reflect.Value, depth int) {
	if depth == 0 {
		return
	}
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		show(text, value.Elem(), depth-1)
	case reflect.Struct:
		for index := range value.NumField() {
			show(text, value.Field(index), depth-1)
		}
	case reflect.Slice, reflect.Array:
		for index := range value.Len() {
			show(text, value.Index(index), depth-1)
		}
	default:
		fmt.Fprintf(text, "%v;", value)
	}
}

func (l *language[K]) get(ctx context.Context, path string, record K) (value any, err error) {
	expression, err := l.parser.ParseValueExpression(path)
	if err != nil {
		return nil, err
	}
	err = guarded(func() error {
		value, err = expression.Eval(ctx, record)
		return err
	})
	return value, err
}

// guarded makes an error of a panic.
func guarded(run func() error) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = errors.New(fmt.Sprint(reason))
		}
	}()
	return run()
}

func typeOf(value any) string {
	switch value.(type) {
	case nil:
		return "nil"
	case string:
		return "string"
	case int64:
		return "int"
	case float64:
		return "float"
	case bool:
		return "bool"
	case []byte:
		return "bytes"
	case time.Time:
		return "time"
	case pcommon.Map:
		return "map"
	case pcommon.Slice:
		return "slice"
	case pcommon.TraceID, pcommon.SpanID, pprofile.ProfileID:
		return "id"
	}
	if reflect.TypeOf(value).Kind() == reflect.Slice {
		return "slice"
	}
	return "object"
}

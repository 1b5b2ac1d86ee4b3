package main

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"time"

	metrics "go.opentelemetry.io/otel/metric/noop"
	traces "go.opentelemetry.io/otel/trace/noop"
	"go.uber.org/zap"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/pdata/pcommon"
)

const patience = 5 * time.Second

// attempt is one of a factory's methods that create a component, and what the component would send to.
type attempt struct {
	method string
	next   any
}

// construct creates a component for the signals that its factory supports, one after the other, until one succeeds: a
// configuration may be meant for some of them only. It returns the first error if none does. A component that takes
// longer than anybody would wait is no error.
func construct(kind string, name component.Type, factory component.Factory, config component.Config) error {
	done := make(chan error, 1)
	go func() {
		var first error
		for _, attempt := range attemptsOf(kind, factory, config) {
			err := guarded(func() error { return create(attempt, name, factory, config) })
			if err == nil {
				first = nil
				break
			}
			if first == nil {
				first = err
			}
		}
		done <- first
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		return nil
	}
}

// attemptsOf lists the methods for the signals that a factory supports. A connector whose configuration names pipelines
// is tried only for what it can send to them.
func attemptsOf(kind string, factory component.Factory, config component.Config) []attempt {
	switch stability := stabilityOf(kind, factory).(type) {
	case []connection:
		named := pipelinesOf(config)
		var result []attempt
		for _, pair := range stability {
			if len(named) == 0 || len(named[pair.To]) > 0 {
				method := methodSignal(pair.From) + "To" + methodSignal(pair.To)
				result = append(result, attempt{method, router(pair.To, named[pair.To])})
			}
		}
		return result
	case map[string]string:
		var result []attempt
		for _, signal := range signals {
			if next := strings.ToLower(signal); stability[next] != "" {
				result = append(result, attempt{signal, nops[next]})
			}
		}
		return result
	default:
		return []attempt{{}}
	}
}

// methodSignal is a signal as the names of methods have it.
func methodSignal(signal string) string {
	return strings.ToUpper(signal[:1]) + signal[1:]
}

// create calls the method by its name: which methods there are, and the type of their settings, differ by kind.
func create(attempt attempt, name component.Type, factory component.Factory, config component.Config) error {
	method := reflect.ValueOf(factory).MethodByName("Create" + attempt.method)
	if !method.IsValid() {
		return fmt.Errorf("the factory has no method Create%s", attempt.method)
	}
	settings := reflect.New(method.Type().In(1)).Elem()
	settings.FieldByName("ID").Set(reflect.ValueOf(component.NewID(name)))
	settings.FieldByName("BuildInfo").Set(reflect.ValueOf(component.NewDefaultBuildInfo()))
	settings.FieldByName("TelemetrySettings").Set(reflect.ValueOf(component.TelemetrySettings{
		Logger:         zap.NewNop(),
		TracerProvider: traces.NewTracerProvider(),
		MeterProvider:  metrics.NewMeterProvider(),
		Resource:       pcommon.NewResource(),
	}))
	arguments := []reflect.Value{reflect.ValueOf(context.Background()), settings, reflect.ValueOf(config)}
	if method.Type().NumIn() > len(arguments) {
		arguments = append(arguments, reflect.ValueOf(attempt.next))
	}
	results := method.Call(arguments)
	if err, ok := results[1].Interface().(error); ok {
		return err
	}
	// What a component began to do when it was created should not go on for as long as the judge lives. How it ends is
	// no part of the verdict.
	if created, ok := results[0].Interface().(component.Component); ok {
		go guarded(func() error { return created.Shutdown(context.Background()) })
	}
	return nil
}

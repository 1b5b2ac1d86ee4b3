package main

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"go.uber.org/zap"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/connector"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pipeline"

	"github.com/open-telemetry/opentelemetry-collector-contrib/connector/routingconnector"
	"github.com/open-telemetry/opentelemetry-collector-contrib/internal/filter/filterottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/ottlfuncs"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/transformprocessor"
)

// collection gathers functions and the sets that they are in.
type collection struct {
	functions map[string]functionFacts
	sets      map[string]map[string][]string
}

func describeFunctions() (map[string]functionFacts, map[string]map[string][]string, error) {
	all := collection{map[string]functionFacts{}, map[string]map[string][]string{}}
	err := collect(all, conditionSets, transformSets, signalToMetricsSets)
	if err != nil {
		return nil, nil, err
	}
	all.functions["route"] = functionFacts{"route", []parameterFacts{}}
	for name := range contexts {
		if known := routingFunctions(name, slices.Sorted(maps.Keys(all.functions))); len(known) > 0 {
			all.put("routing", name, known)
		}
	}
	return all.functions, all.sets, nil
}

func collect(all collection, sets ...func(collection) error) error {
	for _, set := range sets {
		if err := set(all); err != nil {
			return err
		}
	}
	return nil
}

func (c collection) put(set, context string, names []string) {
	if c.sets[set] == nil {
		c.sets[set] = map[string][]string{}
	}
	c.sets[set][context] = names
}

// add puts the functions of a context into a set.
func add[K any](all collection, set, context string, functions map[string]ottl.Factory[K]) error {
	for name, function := range functions {
		parameters, err := parametersOf(function.CreateDefaultArguments())
		if err != nil {
			return err
		}
		all.functions[name] = functionFacts{name, parameters}
	}
	all.put(set, context, slices.Sorted(maps.Keys(functions)))
	return nil
}

func mapOf[K any](functions []ottl.Factory[K]) map[string]ottl.Factory[K] {
	return ottl.CreateFactoryMap(functions...)
}

// conditionSets are the functions of the conditions that most components have.
func conditionSets(all collection) error {
	const set = "conditions"
	return firstOf(
		add(all, set, "resource", filterottl.StandardResourceFuncs()),
		add(all, set, "scope", filterottl.StandardScopeFuncs()),
		add(all, set, "log", filterottl.StandardLogFuncs()),
		add(all, set, "span", filterottl.StandardSpanFuncs()),
		add(all, set, "spanevent", filterottl.StandardSpanEventFuncs()),
		add(all, set, "metric", filterottl.StandardMetricFuncs()),
		add(all, set, "datapoint", filterottl.StandardDataPointFuncs()),
		add(all, set, "profile", filterottl.StandardProfileFuncs()),
		newerConditionSets(all, set),
	)
}

func transformSets(all collection) error {
	const set = "transform"
	return firstOf(
		add(all, set, "resource", ottlfuncs.StandardFuncs[resourceContext]()),
		add(all, set, "scope", ottlfuncs.StandardFuncs[scopeContext]()),
		add(all, set, "log", mapOf[logContext](transformprocessor.DefaultLogFunctions())),
		add(all, set, "span", mapOf[spanContext](transformprocessor.DefaultSpanFunctions())),
		add(all, set, "spanevent", mapOf[spanEventContext](transformprocessor.DefaultSpanEventFunctions())),
		add(all, set, "metric", mapOf[metricContext](transformprocessor.DefaultMetricFunctions())),
		add(all, set, "datapoint", mapOf[dataPointContext](transformprocessor.DefaultDataPointFunctions())),
		add(all, set, "profile", mapOf[profileContext](transformprocessor.DefaultProfileFunctions())),
		newerTransformSets(all, set),
	)
}

// signalToMetricsSets are the functions of a connector that the pins do not hold: the standard ones, and one of its own.
func signalToMetricsSets(all collection) error {
	const set = "signal_to_metrics"
	spans := ottlfuncs.StandardFuncs[spanContext]()
	spans["AdjustedCount"] = ottl.NewFactory[spanContext]("AdjustedCount", nil, nil)
	return firstOf(
		add(all, set, "log", ottlfuncs.StandardFuncs[logContext]()),
		add(all, set, "span", spans),
		add(all, set, "datapoint", ottlfuncs.StandardFuncs[dataPointContext]()),
		add(all, set, "profile", ottlfuncs.StandardFuncs[profileContext]()),
	)
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// routingFunctions lists those of the names that the routing connector knows in a context. The connector does not show
// them, so it is asked for each.
func routingFunctions(name string, names []string) []string {
	var known []string
	for _, function := range names {
		text := function + "()"
		if unicode.IsUpper([]rune(function)[0]) {
			text = "route() where " + text
		}
		err := guarded(func() error { return route(name, text) })
		// Known or not, most of them want arguments.
		if err == nil || !strings.Contains(err.Error(), "undefined function") && !isNoContext(err) {
			known = append(known, function)
		}
	}
	return known
}

func isNoContext(err error) bool {
	return strings.Contains(err.Error(), "unknown context") || strings.Contains(err.Error(), "invalid context")
}

// route makes a routing connector with one row.
func route(context_, statement string) error {
	to := pipeline.NewIDWithName(pipeline.SignalLogs, "to")
	config := &routingconnector.Config{Table: []routingconnector.RoutingTableItem{
		{Context: context_, Statement: statement, Pipelines: []pipeline.ID{to}},
	}}
	if err := config.Validate(); err != nil {
		return err
	}
	factory := routingconnector.NewFactory()
	settings := connector.Settings{
		ID:                component.NewID(factory.Type()),
		TelemetrySettings: component.TelemetrySettings{Logger: zap.NewNop()},
	}
	next := connector.NewLogsRouter(map[pipeline.ID]consumer.Logs{to: consumertest.NewNop()})
	_, err := factory.CreateLogsToLogs(context.Background(), settings, config, next.(consumer.Logs))
	return err
}

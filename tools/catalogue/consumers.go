package main

import (
	"context"
	"reflect"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/connector"
	"go.opentelemetry.io/collector/connector/xconnector"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/consumer/xconsumer"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/pprofile"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pipeline"
)

var (
	nopTraces, _   = consumer.NewTraces(func(context.Context, ptrace.Traces) error { return nil })
	nopMetrics, _  = consumer.NewMetrics(func(context.Context, pmetric.Metrics) error { return nil })
	nopLogs, _     = consumer.NewLogs(func(context.Context, plog.Logs) error { return nil })
	nopProfiles, _ = xconsumer.NewProfiles(func(context.Context, pprofile.Profiles) error { return nil })
)

// nops take the data of a signal and do nothing with it.
var nops = map[string]any{"traces": nopTraces, "metrics": nopMetrics, "logs": nopLogs, "profiles": nopProfiles}

// router is what a connector sends to: a consumer per pipeline that its configuration names, or one.
func router(signal string, named []pipeline.ID) any {
	if len(named) == 0 {
		var out pipeline.ID
		// No text of this form is refused.
		_ = out.UnmarshalText([]byte(signal + "/out"))
		named = []pipeline.ID{out}
	}
	switch signal {
	case "traces":
		return connector.NewTracesRouter(each(named, nopTraces))
	case "metrics":
		return connector.NewMetricsRouter(each(named, nopMetrics))
	case "logs":
		return connector.NewLogsRouter(each(named, nopLogs))
	default:
		return xconnector.NewProfilesRouter(each(named, nopProfiles))
	}
}

func each[C any](named []pipeline.ID, next C) map[pipeline.ID]C {
	result := map[pipeline.ID]C{}
	for _, id := range named {
		result[id] = next
	}
	return result
}

// pipelinesOf lists the pipelines that a configuration names, by their signals.
func pipelinesOf(config component.Config) map[string][]pipeline.ID {
	result := map[string][]pipeline.ID{}
	collectPipelines(reflect.ValueOf(config), result)
	return result
}

func collectPipelines(value reflect.Value, into map[string][]pipeline.ID) {
	if !value.IsValid() {
		return
	}
	if value.Type() == pipelineType && value.CanInterface() {
		id := value.Interface().(pipeline.ID)
		into[id.Signal().String()] = append(into[id.Signal().String()], id)
		return
	}
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		collectPipelines(value.Elem(), into)
	case reflect.Struct:
		for _, field := range fieldsOf(value.Type()) {
			collectPipelines(value.Field(field.index), into)
		}
	case reflect.Slice, reflect.Array:
		for index := range value.Len() {
			collectPipelines(value.Index(index), into)
		}
	case reflect.Map:
		for entries := value.MapRange(); entries.Next(); {
			collectPipelines(entries.Key(), into)
			collectPipelines(entries.Value(), into)
		}
	}
}

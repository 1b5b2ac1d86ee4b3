//go:build !ottlvalues

package main

import (
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/open-telemetry/opentelemetry-collector-contrib/internal/filter/filterottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottldatapoint"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlexemplar"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottllog"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlmetric"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlotelcol"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlprofile"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlresource"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlscope"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspan"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspanevent"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/transformprocessor"
)

type (
	resourceContext  = *ottlresource.TransformContext
	scopeContext     = *ottlscope.TransformContext
	logContext       = *ottllog.TransformContext
	spanContext      = *ottlspan.TransformContext
	spanEventContext = *ottlspanevent.TransformContext
	metricContext    = *ottlmetric.TransformContext
	dataPointContext = *ottldatapoint.TransformContext
	exemplarContext  = *ottlexemplar.TransformContext
	profileContext   = *ottlprofile.TransformContext
	otelcolContext   = *ottlotelcol.TransformContext
)

func init() {
	contexts["exemplar"] = (&language[exemplarContext]{
		name: "exemplar", newParser: ottlexemplar.NewParser, prefixed: ottlexemplar.EnablePathContextNames, request: request,
		kinds: ofMetrics(newExemplar)[:4], // Summaries have none.
	}).describe
	contexts["otelcol"] = (&language[otelcolContext]{
		name: "otelcol", newParser: ottlotelcol.NewParser, prefixed: ottlotelcol.EnablePathContextNames, request: request,
		kinds: []records[otelcolContext]{{newOtelcol, newOtelcol}},
	}).describe
}

func newResource(resource plog.ResourceLogs) resourceContext {
	return ottlresource.NewTransformContextPtr(resource.Resource(), resource)
}

func newScope(resource plog.ResourceLogs, scope plog.ScopeLogs) scopeContext {
	return ottlscope.NewTransformContextPtr(scope.Scope(), resource.Resource(), scope, resource)
}

func newLog(resource plog.ResourceLogs, scope plog.ScopeLogs, record plog.LogRecord) logContext {
	return ottllog.NewTransformContextPtr(resource, scope, record)
}

func newSpan(resource ptrace.ResourceSpans, scope ptrace.ScopeSpans, span ptrace.Span) spanContext {
	return ottlspan.NewTransformContextPtr(resource, scope, span)
}

func newSpanEvent(resource ptrace.ResourceSpans, scope ptrace.ScopeSpans, span ptrace.Span, event ptrace.SpanEvent) spanEventContext {
	return ottlspanevent.NewTransformContextPtr(resource, scope, span, event, ottlspanevent.WithEventIndex(1))
}

func newMetric(made point) metricContext {
	return ottlmetric.NewTransformContextPtr(made.resource, made.scope, made.metric)
}

func newDataPoint(made point) dataPointContext {
	return ottldatapoint.NewTransformContextPtr(made.resource, made.scope, made.metric, made.point)
}

func newExemplar(made point) exemplarContext {
	return ottlexemplar.NewTransformContextPtr(made.resource, made.scope, made.metric, made.point, made.exemplar)
}

func newProfile(made profile) profileContext {
	return ottlprofile.NewTransformContextPtr(made.resource, made.scope, made.profile, made.dictionary)
}

func newOtelcol() otelcolContext {
	return ottlotelcol.NewTransformContextPtr()
}

func newerConditionSets(all collection, set string) error {
	return add(all, set, "exemplar", filterottl.StandardExemplarFuncs())
}

func newerTransformSets(all collection, set string) error {
	return add(all, set, "exemplar", mapOf[exemplarContext](transformprocessor.DefaultExemplarFunctions()))
}

//go:build ottlvalues

package main

import (
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottldatapoint"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottllog"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlmetric"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlprofile"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlresource"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlscope"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspan"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspanevent"
)

// Older releases give functions the records themselves.
type (
	resourceContext  = ottlresource.TransformContext
	scopeContext     = ottlscope.TransformContext
	logContext       = ottllog.TransformContext
	spanContext      = ottlspan.TransformContext
	spanEventContext = ottlspanevent.TransformContext
	metricContext    = ottlmetric.TransformContext
	dataPointContext = ottldatapoint.TransformContext
	profileContext   = ottlprofile.TransformContext
)

func newResource(resource plog.ResourceLogs) resourceContext {
	return ottlresource.NewTransformContext(resource.Resource(), resource)
}

func newScope(resource plog.ResourceLogs, scope plog.ScopeLogs) scopeContext {
	return ottlscope.NewTransformContext(scope.Scope(), resource.Resource(), scope)
}

func newLog(resource plog.ResourceLogs, scope plog.ScopeLogs, record plog.LogRecord) logContext {
	return ottllog.NewTransformContext(record, scope.Scope(), resource.Resource(), scope, resource)
}

func newSpan(resource ptrace.ResourceSpans, scope ptrace.ScopeSpans, span ptrace.Span) spanContext {
	return ottlspan.NewTransformContext(span, scope.Scope(), resource.Resource(), scope, resource)
}

func newSpanEvent(resource ptrace.ResourceSpans, scope ptrace.ScopeSpans, span ptrace.Span, event ptrace.SpanEvent) spanEventContext {
	index := ottlspanevent.WithEventIndex(1)
	return ottlspanevent.NewTransformContext(event, span, scope.Scope(), resource.Resource(), scope, resource, index)
}

func newMetric(made point) metricContext {
	metrics := made.scope.Metrics()
	return ottlmetric.NewTransformContext(made.metric, metrics, made.scope.Scope(), made.resource.Resource(), made.scope, made.resource)
}

func newDataPoint(made point) dataPointContext {
	metrics := made.scope.Metrics()
	scope, resource := made.scope.Scope(), made.resource.Resource()
	return ottldatapoint.NewTransformContext(made.point, made.metric, metrics, scope, resource, made.scope, made.resource)
}

func newProfile(made profile) profileContext {
	scope, resource := made.scope.Scope(), made.resource.Resource()
	return ottlprofile.NewTransformContext(made.profile, made.dictionary, scope, resource, made.scope, made.resource)
}

func newerConditionSets(collection, string) error { return nil }
func newerTransformSets(collection, string) error { return nil }

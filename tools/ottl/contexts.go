package main

import (
	"context"
	"net"

	"go.opentelemetry.io/collector/client"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottldatapoint"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottllog"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlmetric"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlprofile"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlresource"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlscope"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspan"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspanevent"
)

var request = client.NewContext(context.Background(), client.Info{
	Addr:     &net.TCPAddr{Port: 1},
	Metadata: client.NewMetadata(map[string][]string{"key": {"value"}}),
})

// contexts describe the contexts of the release. Those that only newer releases have are added beside their records.
var contexts = map[string]func(candidates) (contextFacts, error){
	"resource": (&language[resourceContext]{
		name: "resource", newParser: ottlresource.NewParser, prefixed: ottlresource.EnablePathContextNames, request: request,
		kinds: []records[resourceContext]{{
			func() resourceContext { resource, _, _ := filledLogs(noBody); return newResource(resource) },
			func() resourceContext { resource, _, _ := emptyLogs(); return newResource(resource) },
		}},
	}).describe,
	"scope": (&language[scopeContext]{
		name: "scope", newParser: ottlscope.NewParser, prefixed: ottlscope.EnablePathContextNames, request: request,
		kinds: []records[scopeContext]{{
			func() scopeContext { resource, scope, _ := filledLogs(noBody); return newScope(resource, scope) },
			func() scopeContext { resource, scope, _ := emptyLogs(); return newScope(resource, scope) },
		}},
	}).describe,
	"log": (&language[logContext]{
		name: "log", newParser: ottllog.NewParser, prefixed: ottllog.EnablePathContextNames, request: request,
		kinds: logKinds(
			func(body pcommon.Value) { body.SetStr("text") },
			func(body pcommon.Value) { body.SetEmptyMap().PutStr("key", "value") },
		),
	}).describe,
	"span": (&language[spanContext]{
		name: "span", newParser: ottlspan.NewParser, prefixed: ottlspan.EnablePathContextNames, request: request,
		kinds: []records[spanContext]{{
			func() spanContext { resource, scope, span, _ := filledSpans(); return newSpan(resource, scope, span) },
			func() spanContext { resource, scope, span, _ := emptySpans(); return newSpan(resource, scope, span) },
		}},
	}).describe,
	"spanevent": (&language[spanEventContext]{
		name: "spanevent", newParser: ottlspanevent.NewParser, prefixed: ottlspanevent.EnablePathContextNames, request: request,
		kinds: []records[spanEventContext]{{
			func() spanEventContext { return newSpanEvent(filledSpans()) },
			func() spanEventContext { return newSpanEvent(emptySpans()) },
		}},
	}).describe,
	"metric": (&language[metricContext]{
		name: "metric", newParser: ottlmetric.NewParser, prefixed: ottlmetric.EnablePathContextNames, request: request,
		kinds: ofMetrics(newMetric),
	}).describe,
	"datapoint": (&language[dataPointContext]{
		name: "datapoint", newParser: ottldatapoint.NewParser, prefixed: ottldatapoint.EnablePathContextNames, request: request,
		kinds: ofMetrics(newDataPoint),
	}).describe,
	"profile": (&language[profileContext]{
		name: "profile", newParser: ottlprofile.NewParser, prefixed: ottlprofile.EnablePathContextNames, request: request,
		kinds: []records[profileContext]{{
			func() profileContext { return newProfile(filledProfiles()) },
			func() profileContext { return newProfile(emptyProfiles()) },
		}},
	}).describe,
}

func noBody(pcommon.Value) {}

func logKinds(bodies ...func(pcommon.Value)) []records[logContext] {
	var kinds []records[logContext]
	for _, fillBody := range bodies {
		kinds = append(kinds, records[logContext]{
			func() logContext { return newLog(filledLogs(fillBody)) },
			func() logContext { return newLog(emptyLogs()) },
		})
	}
	return kinds
}

func ofMetrics[K any](make func(point) K) []records[K] {
	var kinds []records[K]
	for _, metric := range metricKinds {
		kinds = append(kinds, records[K]{
			func() K { return make(metric(true)) },
			func() K { return make(metric(false)) },
		})
	}
	return kinds
}

package main

import (
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/pprofile"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

var (
	traceID = pcommon.TraceID{1, 2, 3}
	spanID  = pcommon.SpanID{4, 5, 6}
	moment  = pcommon.NewTimestampFromTime(time.Unix(1_700_000_000, 0))
	later   = pcommon.NewTimestampFromTime(time.Unix(1_700_000_060, 0))
)

func fillResource(resource pcommon.Resource, setSchemaURL func(string)) {
	resource.Attributes().PutStr("key", "value")
	resource.SetDroppedAttributesCount(1)
	setSchemaURL("schema of the resource")
}

func fillScope(scope pcommon.InstrumentationScope, setSchemaURL func(string)) {
	scope.SetName("name")
	scope.SetVersion("version")
	scope.Attributes().PutStr("key", "value")
	scope.SetDroppedAttributesCount(1)
	setSchemaURL("schema of the scope")
}

func emptyLogs() (plog.ResourceLogs, plog.ScopeLogs, plog.LogRecord) {
	resource := plog.NewLogs().ResourceLogs().AppendEmpty()
	scope := resource.ScopeLogs().AppendEmpty()
	return resource, scope, scope.LogRecords().AppendEmpty()
}

func filledLogs(fillBody func(pcommon.Value)) (plog.ResourceLogs, plog.ScopeLogs, plog.LogRecord) {
	resource, scope, record := emptyLogs()
	fillResource(resource.Resource(), resource.SetSchemaUrl)
	fillScope(scope.Scope(), scope.SetSchemaUrl)
	record.SetTimestamp(moment)
	record.SetObservedTimestamp(later)
	record.SetSeverityNumber(plog.SeverityNumberError)
	record.SetSeverityText("ERROR")
	record.SetEventName("event")
	fillBody(record.Body())
	record.Attributes().PutStr("key", "value")
	record.SetDroppedAttributesCount(1)
	record.SetFlags(plog.DefaultLogRecordFlags.WithIsSampled(true))
	record.SetTraceID(traceID)
	record.SetSpanID(spanID)
	return resource, scope, record
}

func emptySpans() (ptrace.ResourceSpans, ptrace.ScopeSpans, ptrace.Span, ptrace.SpanEvent) {
	resource := ptrace.NewTraces().ResourceSpans().AppendEmpty()
	scope := resource.ScopeSpans().AppendEmpty()
	return resource, scope, scope.Spans().AppendEmpty(), ptrace.NewSpanEvent()
}

func filledSpans() (ptrace.ResourceSpans, ptrace.ScopeSpans, ptrace.Span, ptrace.SpanEvent) {
	resource, scope, span, _ := emptySpans()
	fillResource(resource.Resource(), resource.SetSchemaUrl)
	fillScope(scope.Scope(), scope.SetSchemaUrl)
	span.SetTraceID(traceID)
	span.SetSpanID(spanID)
	span.SetParentSpanID(pcommon.SpanID{7})
	span.TraceState().FromRaw("key=value")
	span.SetName("name")
	span.SetKind(ptrace.SpanKindServer)
	span.SetFlags(1)
	span.SetStartTimestamp(moment)
	span.SetEndTimestamp(later)
	span.Attributes().PutStr("key", "value")
	span.SetDroppedAttributesCount(1)
	span.SetDroppedEventsCount(1)
	span.SetDroppedLinksCount(1)
	span.Links().AppendEmpty().SetTraceID(traceID)
	span.Status().SetCode(ptrace.StatusCodeError)
	span.Status().SetMessage("message")
	event := span.Events().AppendEmpty()
	event.SetTimestamp(moment)
	event.SetName("name")
	event.Attributes().PutStr("key", "value")
	event.SetDroppedAttributesCount(1)
	return resource, scope, span, event
}

// A metric with one data point, which may have one exemplar.
type point struct {
	resource pmetric.ResourceMetrics
	scope    pmetric.ScopeMetrics
	metric   pmetric.Metric
	point    any
	exemplar pmetric.Exemplar
}

func emptyMetrics() point {
	resource := pmetric.NewMetrics().ResourceMetrics().AppendEmpty()
	scope := resource.ScopeMetrics().AppendEmpty()
	return point{resource: resource, scope: scope, metric: scope.Metrics().AppendEmpty(), exemplar: pmetric.NewExemplar()}
}

func filledMetrics() point {
	made := emptyMetrics()
	fillResource(made.resource.Resource(), made.resource.SetSchemaUrl)
	fillScope(made.scope.Scope(), made.scope.SetSchemaUrl)
	made.metric.SetName("name")
	made.metric.SetDescription("description")
	made.metric.SetUnit("unit")
	made.metric.Metadata().PutStr("key", "value")
	return made
}

// What all data points have.
type anyPoint interface {
	Attributes() pcommon.Map
	SetStartTimestamp(pcommon.Timestamp)
	SetTimestamp(pcommon.Timestamp)
	SetFlags(pmetric.DataPointFlags)
}

func fillPoint(point anyPoint) {
	point.Attributes().PutStr("key", "value")
	point.SetStartTimestamp(moment)
	point.SetTimestamp(later)
	point.SetFlags(pmetric.DefaultDataPointFlags.WithNoRecordedValue(true))
}

func fillExemplars(exemplars pmetric.ExemplarSlice) pmetric.Exemplar {
	exemplar := exemplars.AppendEmpty()
	exemplar.FilteredAttributes().PutStr("key", "value")
	exemplar.SetTimestamp(moment)
	exemplar.SetTraceID(traceID)
	exemplar.SetSpanID(spanID)
	exemplar.SetDoubleValue(1.5)
	return exemplar
}

// Metrics of each type: a point of the type, filled or empty.
var metricKinds = []func(filled bool) point{
	func(filled bool) point {
		made := start(filled)
		number := made.metric.SetEmptyGauge().DataPoints().AppendEmpty()
		if filled {
			fillPoint(number)
			number.SetIntValue(7)
			made.exemplar = fillExemplars(number.Exemplars())
		}
		made.point = number
		return made
	},
	func(filled bool) point {
		made := start(filled)
		sum := made.metric.SetEmptySum()
		number := sum.DataPoints().AppendEmpty()
		if filled {
			sum.SetIsMonotonic(true)
			sum.SetAggregationTemporality(pmetric.AggregationTemporalityDelta)
			fillPoint(number)
			number.SetDoubleValue(7.5)
			made.exemplar = fillExemplars(number.Exemplars())
			made.exemplar.SetIntValue(7)
		}
		made.point = number
		return made
	},
	func(filled bool) point {
		made := start(filled)
		histogram := made.metric.SetEmptyHistogram()
		bars := histogram.DataPoints().AppendEmpty()
		if filled {
			histogram.SetAggregationTemporality(pmetric.AggregationTemporalityDelta)
			fillPoint(bars)
			bars.SetCount(3)
			bars.SetSum(4.5)
			bars.SetMin(1)
			bars.SetMax(2)
			bars.BucketCounts().FromRaw([]uint64{1, 2})
			bars.ExplicitBounds().FromRaw([]float64{1})
			made.exemplar = fillExemplars(bars.Exemplars())
		}
		made.point = bars
		return made
	},
	func(filled bool) point {
		made := start(filled)
		histogram := made.metric.SetEmptyExponentialHistogram()
		bars := histogram.DataPoints().AppendEmpty()
		if filled {
			histogram.SetAggregationTemporality(pmetric.AggregationTemporalityDelta)
			fillPoint(bars)
			bars.SetCount(3)
			bars.SetSum(4.5)
			bars.SetMin(1)
			bars.SetMax(2)
			bars.SetScale(1)
			bars.SetZeroCount(1)
			bars.SetZeroThreshold(0.5)
			for _, side := range []pmetric.ExponentialHistogramDataPointBuckets{bars.Positive(), bars.Negative()} {
				side.SetOffset(1)
				side.BucketCounts().FromRaw([]uint64{1})
			}
			made.exemplar = fillExemplars(bars.Exemplars())
		}
		made.point = bars
		return made
	},
	func(filled bool) point {
		made := start(filled)
		summary := made.metric.SetEmptySummary().DataPoints().AppendEmpty()
		if filled {
			fillPoint(summary)
			summary.SetCount(3)
			summary.SetSum(4.5)
			quantile := summary.QuantileValues().AppendEmpty()
			quantile.SetQuantile(0.5)
			quantile.SetValue(1)
		}
		made.point = summary
		return made
	},
}

func start(filled bool) point {
	if filled {
		return filledMetrics()
	}
	return emptyMetrics()
}

type profile struct {
	dictionary pprofile.ProfilesDictionary
	resource   pprofile.ResourceProfiles
	scope      pprofile.ScopeProfiles
	profile    pprofile.Profile
}

func emptyProfiles() profile {

	dictionary := pprofile.NewProfilesDictionary()
	// The first of each table is empty: an index of 0 points to nothing.
	dictionary.StringTable().Append("")
	dictionary.AttributeTable().AppendEmpty()
	resource := pprofile.NewProfiles().ResourceProfiles().AppendEmpty()
	scope := resource.ScopeProfiles().AppendEmpty()
	return profile{dictionary, resource, scope, scope.Profiles().AppendEmpty()}
}

func filledProfiles() profile {
	made := emptyProfiles()
	fillResource(made.resource.Resource(), made.resource.SetSchemaUrl)
	fillScope(made.scope.Scope(), made.scope.SetSchemaUrl)
	made.profile.SetProfileID(pprofile.ProfileID{1})
	made.profile.SetTime(moment)
	made.profile.SetDroppedAttributesCount(1)
	made.profile.SetOriginalPayloadFormat("format")
	made.profile.OriginalPayload().FromRaw([]byte{1})
	return made
}

module cdk8s-mdai/tools/opentelemetry-operator

go 1.26.3

require github.com/open-telemetry/opentelemetry-operator v0.153.0

// The operator requires its own API as v0.0.0-unpublished.
replace github.com/open-telemetry/opentelemetry-operator/apis => github.com/open-telemetry/opentelemetry-operator/apis v0.153.0

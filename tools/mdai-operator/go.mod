module cdk8s-mdai/tools/mdai-operator

go 1.26.0

require (
	github.com/mydecisive/mdai-operator v0.2.12
	// v0.10.0, which the operator requires, does not resolve.
	go.opentelemetry.io/contrib/bridges/otellogr v0.12.0
)

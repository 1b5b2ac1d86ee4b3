// The projects whose custom resource definitions `npm run imports` turns into imports/*.ts, and that the end-to-end tests
// install in a cluster. Nothing here is compiled: only these modules' archives are fetched, and go.sum says what must be
// in them.
module cdk8s-mdai/tools

go 1.26.0

require (
	github.com/cert-manager/cert-manager v1.20.2
	github.com/mydecisive/mdai-operator v0.2.12
	github.com/open-telemetry/opentelemetry-operator v0.153.0
	github.com/prometheus-operator/prometheus-operator v0.94.0
	sigs.k8s.io/gateway-api v1.5.1
)

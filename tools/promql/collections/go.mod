// Rules that others have published: the end-to-end tests read their expressions out of these modules.
module cdk8s-mdai/tools/promql/collections

go 1.26.0

require (
	github.com/VictoriaMetrics/VictoriaMetrics v1.102.0
	github.com/prometheus/node_exporter v1.8.2
	github.com/rook/rook v1.15.0
)

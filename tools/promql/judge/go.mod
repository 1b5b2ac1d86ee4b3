module cdk8s-mdai/tools/promql/judge

go 1.26.0

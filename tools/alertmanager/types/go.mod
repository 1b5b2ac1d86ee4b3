module cdk8s-mdai/tools/alertmanager/types

go 1.26.0

module cdk8s-mdai/tools/certificate

go 1.26.0

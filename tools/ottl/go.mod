// The program here is compiled with the go.mod and go.sum of a collector (see program.ts). This file only keeps it out
// of the module of the folder above.
module cdk8s-mdai/tools/ottl

go 1.26.0

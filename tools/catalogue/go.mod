// The programs here are compiled in a folder with components.go, go.mod and go.sum of a collector (see main.ts). This
// file only keeps them out of the module of the folder above.
module cdk8s-mdai/tools/catalogue

go 1.26.0

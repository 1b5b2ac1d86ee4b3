package main

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// ref is a field, or the keys of a map, that name a component or a pipeline.
type ref struct {
	Path []string `json:"path"`
	To   string   `json:"to"`
	// What an extension is used for, where the field's Go type or name tells.
	Role string `json:"role,omitempty"`
	// The keys of the map hold the names.
	Keys bool `json:"keys,omitempty"`
}

const coreConfig = "go.opentelemetry.io/collector/config/"

// typeRoles are the roles of the extensions that structs of these packages name.
var typeRoles = map[string]string{
	coreConfig + "configauth":       "auth",
	coreConfig + "configmiddleware": "middleware",
}

// nameRoles are the roles of the extensions that fields of these names hold in any struct.
var nameRoles = map[string]string{
	"storage":            "storage",
	"tail_storage":       "tailStorage",
	"encoding":           "encoding",
	"encoding_extension": "encoding",
	"k8s_leader_elector": "leaderElector",
	"watch_observers":    "observer",
}

// ownRoles are the roles of the extensions that fields hold whose names say more only where they are.
var ownRoles = map[string]string{
	contribPackage + "exporter/azureblobexporter.Encodings logs":               "encoding",
	contribPackage + "exporter/azureblobexporter.Encodings metrics":            "encoding",
	contribPackage + "exporter/azureblobexporter.Encodings traces":             "encoding",
	contribPackage + "extension/headerssetterextension.Config additional_auth": "clientAuth",
	contribPackage + "extension/opampextension.commonFields auth":              "clientAuth",
	contribPackage + "receiver/awss3receiver.Encoding extension":               "encoding",
}

// sides of a connection, by the struct that configures it.
var sides = map[string]string{
	coreConfig + "configgrpc.ClientConfig": "client",
	coreConfig + "configgrpc.ServerConfig": "server",
	coreConfig + "confighttp.ClientConfig": "client",
	coreConfig + "confighttp.ServerConfig": "server",
}

// sideOf is the side of the connection that a field belongs to; none when it is in no connection's section.
func sideOf(above []reflect.Type) string {
	for _, kind := range slices.Backward(above) {
		if side, ok := sides[nameOf(kind)]; ok {
			return side
		}
	}
	return ""
}

func reference(kind reflect.Type, path []string, above []reflect.Type) ref {
	if kind == pipelineType {
		return ref{Path: path, To: "pipeline"}
	}
	return ref{Path: path, To: "component", Role: roleOf(named(path), above)}
}

func roleOf(name string, above []reflect.Type) string {
	if len(above) > 0 {
		owner := above[len(above)-1]
		if role, ok := ownRoles[nameOf(owner)+" "+name]; ok {
			return role
		}
		role := typeRoles[owner.PkgPath()]
		if role == "auth" {
			// A server has a section of its own.
			return cmp.Or(sideOf(above), "client") + "Auth"
		}
		if role != "" {
			return role
		}
	}
	if strings.HasSuffix(name, "_encoding") {
		return "encoding"
	}
	return nameRoles[name]
}

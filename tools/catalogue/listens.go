package main

import (
	"reflect"
	"slices"
	"strings"
)

// listenPath is a field that holds the address of a socket that the component binds.
type listenPath struct {
	Path []string `json:"path"`
	// The transport in the default configuration; a field `transport` beside the address may choose another.
	Transport string `json:"transport"`
	Default   string `json:"default,omitempty"`
}

const (
	netPackage     = coreConfig + "confignet"
	contribPackage = "github.com/open-telemetry/opentelemetry-collector-contrib/"
)

// ownListens are the transports of the addresses that components bind from structs of their own.
var ownListens = map[string]string{
	contribPackage + "pkg/stanza/operator/input/tcp.BaseConfig listen_address": "tcp",
	contribPackage + "pkg/stanza/operator/input/udp.BaseConfig listen_address": "udp",
	contribPackage + "receiver/cloudflarereceiver.LogsConfig endpoint":         "tcp",
	contribPackage + "receiver/fluentforwardreceiver.Config endpoint":          "tcp",
	contribPackage + "receiver/jaegerreceiver.ProtocolUDP endpoint":            "udp",
	contribPackage + "receiver/mongodbatlasreceiver.AlertConfig endpoint":      "tcp",
}

// listen reads a field that may hold an address to bind.
func (c *config) listen(path []string, above []reflect.Type) (listenPath, bool) {
	owner, name := above[len(above)-1], path[len(path)-1]
	transport, ok := ownListens[nameOf(owner)+" "+name]
	if !ok {
		if name != "endpoint" || !c.binds(owner, above) {
			return listenPath{}, false
		}
		transport, _ = c.at(with(path[:len(path)-1], "transport")).(string)
		if transport == "" {
			transport = "tcp"
		}
	}
	address, _ := c.at(path).(string)
	return listenPath{path, transport, address}, true
}

// binds says that the endpoint of a struct of the core is bound. The structs for addresses serve clients too: a receiver
// that scrapes is one.
func (c *config) binds(owner reflect.Type, above []reflect.Type) bool {
	side := sideOf(above)
	if owner.PkgPath() != netPackage {
		return sides[nameOf(owner)] == "server"
	}
	return side == "server" || side == "" && !c.scrapes && (c.kind == "receiver" || c.kind == "extension")
}

// scrapes says that the configuration of a receiver has the settings of a scraper at its top.
func scrapes(structure reflect.Type) bool {
	return structure.Kind() == reflect.Struct && slices.ContainsFunc(fieldsOf(structure), func(field field) bool {
		kind := squashed(field.kind)
		return field.squash && (strings.HasPrefix(kind.Name(), "ControllerConfig") || scrapes(kind))
	})
}

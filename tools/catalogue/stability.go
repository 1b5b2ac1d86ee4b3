package main

import (
	"reflect"
	"strings"

	"go.opentelemetry.io/collector/component"
)

var signals = []string{"Traces", "Metrics", "Logs", "Profiles"}

// connection is what a connector turns into what.
type connection struct {
	From      string `json:"from"`
	To        string `json:"to"`
	Stability string `json:"stability"`
}

// stabilityOf says how stable a component is: by signal, by pair of signals for a connector, as one word for an
// extension. What the factory does not support is left out. The methods for profiles exist only where the experimental
// interfaces are implemented, so all of them are looked up by name.
func stabilityOf(kind string, factory component.Factory) any {
	switch kind {
	case "extension":
		level, _ := levelOf(factory, "Stability")
		return level
	case "connector":
		pairs := []connection{}
		for _, from := range signals {
			for _, to := range signals {
				if level, ok := levelOf(factory, from+"To"+to+"Stability"); ok {
					pairs = append(pairs, connection{strings.ToLower(from), strings.ToLower(to), level})
				}
			}
		}
		return pairs
	default:
		levels := map[string]string{}
		for _, signal := range signals {
			if level, ok := levelOf(factory, signal+"Stability"); ok {
				levels[strings.ToLower(signal)] = level
			}
		}
		return levels
	}
}

func levelOf(factory component.Factory, method string) (string, bool) {
	found := reflect.ValueOf(factory).MethodByName(method)
	if !found.IsValid() {
		return "", false
	}
	level := found.Call(nil)[0].Interface().(component.StabilityLevel)
	return strings.ToLower(level.String()), level != component.StabilityLevelUndefined
}

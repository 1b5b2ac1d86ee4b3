package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"

	"github.com/open-telemetry/opentelemetry-collector-contrib/connector/countconnector"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/filterprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/transformprocessor"
)

// question is the configuration of a component, or a row of the routing connector.
type question struct {
	Component string         `json:"component"`
	Config    map[string]any `json:"config"`
}

// verdict holds the error with which a collector would not start; none where it would.
type verdict struct {
	Error string `json:"error"`
}

var factories = map[string]component.Factory{
	"count":     countconnector.NewFactory(),
	"filter":    filterprocessor.NewFactory(),
	"transform": transformprocessor.NewFactory(),
}

// judge reads questions, a JSON text on each line, and writes a line for each, in the same order.
func judge(questions io.Reader, verdicts io.Writer) error {
	decoder, buffer := json.NewDecoder(bufio.NewReader(questions)), bufio.NewWriter(verdicts)
	encoder := json.NewEncoder(buffer)
	for {
		var asked question
		if err := decoder.Decode(&asked); errors.Is(err, io.EOF) {
			return buffer.Flush()
		} else if err != nil {
			return err
		}
		var result verdict
		if err := guarded(func() error { return refusal(asked) }); err != nil {
			result.Error = err.Error()
		}
		if err := encoder.Encode(result); err != nil {
			return err
		}
	}
}

func refusal(asked question) error {
	if asked.Component == "routing" {
		return route(asked.Config["context"].(string), asked.Config["statement"].(string))
	}
	config := factories[asked.Component].CreateDefaultConfig()
	if err := confmap.NewFromStringMap(asked.Config).Unmarshal(config); err != nil {
		return err
	}
	return config.(interface{ Validate() error }).Validate()
}

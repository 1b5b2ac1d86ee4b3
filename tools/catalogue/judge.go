package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/component"
)

// question is a component's section of a configuration, without references to the environment.
type question struct {
	ID     json.RawMessage `json:"id"`
	Kind   string          `json:"kind"`
	Type   string          `json:"type"`
	Config any             `json:"config"`
}

// verdict says whether a collector takes a section, and where it stops if it does not.
type verdict struct {
	ID       json.RawMessage `json:"id"`
	Accepted bool            `json:"accepted"`
	Stage    string          `json:"stage,omitempty"`
	Message  string          `json:"message,omitempty"`
}

type judge struct {
	sections []section
	// Construct the components as well.
	create bool
}

// answer reads questions, one JSON text after the other, and writes a line for each, in the same order.
func (j judge) answer(questions io.Reader, verdicts io.Writer) error {
	decoder, encoder := json.NewDecoder(questions), json.NewEncoder(verdicts)
	decoder.UseNumber()
	encoder.SetEscapeHTML(false)
	for {
		var asked question
		if err := decoder.Decode(&asked); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		result := verdict{ID: asked.ID, Accepted: true}
		if stage, err := j.refusal(asked); err != nil {
			result = verdict{asked.ID, false, stage, cut(err.Error())}
		}
		if err := encoder.Encode(result); err != nil {
			return err
		}
	}
}

// refusal is the first stage that refuses a section, and its error.
func (j judge) refusal(asked question) (string, error) {
	section, factory := j.find(asked.Kind, asked.Type)
	if factory == nil {
		return "decode", fmt.Errorf("unknown type: %q", asked.Type)
	}
	var config component.Config
	err := guarded(func() (err error) {
		config, err = decode(factory, asYAML(asked.Config))
		return err
	})
	if err != nil {
		return "decode", err
	}
	if err := guarded(func() error { return validate(config) }); err != nil {
		return "validate", err
	}
	if j.create {
		return "create", construct(section.kind, component.MustNewType(asked.Type), factory, config)
	}
	return "", nil
}

// find finds a factory by the type that it has now or had before.
func (j judge) find(kind, name string) (section, component.Factory) {
	for _, section := range j.sections {
		if section.kind != kind {
			continue
		}
		for now, factory := range section.factories {
			if now == name || aliasOf(factory) == name {
				return section, factory
			}
		}
	}
	return section{}, nil
}

// guarded makes an error of a panic.
func guarded(run func() error) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("panic: %v", reason)
		}
	}()
	return run()
}

// asYAML gives numbers the types that a YAML file gives them.
func asYAML(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for key, element := range value {
			value[key] = asYAML(element)
		}
	case []any:
		for index, element := range value {
			value[index] = asYAML(element)
		}
	case json.Number:
		return number(value.String())
	}
	return value
}

func number(written string) any {
	if whole, err := strconv.Atoi(written); err == nil {
		return whole
	}
	if whole, err := strconv.ParseUint(written, 10, 64); err == nil {
		return whole
	}
	fraction, _ := strconv.ParseFloat(written, 64)
	return fraction
}

const longest = 500

// cut keeps the beginning of a message, in whole characters.
func cut(message string) string {
	letters := []rune(strings.ToValidUTF8(message, "\uFFFD"))
	return string(letters[:min(len(letters), longest)])
}

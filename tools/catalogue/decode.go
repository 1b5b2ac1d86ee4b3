package main

import (
	"errors"
	"io/fs"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"
)

// decode reads a component's section as the collector does, on top of the defaults. A section may be null.
func decode(factory component.Factory, section any) (component.Config, error) {
	// The collector cuts the section out of the whole configuration, which refuses a section that is no map.
	cut, err := confmap.NewFromStringMap(map[string]any{"section": section}).Sub("section")
	if err != nil {
		return nil, err
	}
	result := factory.CreateDefaultConfig()
	return result, cut.Unmarshal(&result)
}

// emptyError is what the collector says of an empty section. That this machine lacks a file is nothing about it.
func emptyError(factory component.Factory) error {
	config, err := decode(factory, nil)
	if err == nil {
		err = validate(config)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

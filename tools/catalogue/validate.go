//go:build !xconfmap

package main

import "go.opentelemetry.io/collector/confmap"

// validate runs the Validate methods of a configuration and of everything in it.
func validate(config any) error {
	return confmap.Validate(config)
}

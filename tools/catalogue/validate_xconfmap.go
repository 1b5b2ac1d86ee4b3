//go:build xconfmap

package main

import "go.opentelemetry.io/collector/confmap/xconfmap"

// validate does the same in the releases before 0.152, where the function was still experimental.
func validate(config any) error {
	return xconfmap.Validate(config)
}

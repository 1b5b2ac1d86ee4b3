package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

const dialect = "https://json-schema.org/draft/2020-12/schema"

// index is what the other files are, and what they come from.
type index struct {
	Release string `json:"release"`
	// The modules that the types come from, with their versions.
	Modules    map[string]string `json:"modules"`
	Components []entry           `json:"components"`
	// SHA-256 of the other files.
	Hash string `json:"hash"`
}

type entry struct {
	Kind            string `json:"kind"`
	Type            string `json:"type"`
	DeprecatedAlias string `json:"deprecatedAlias,omitempty"`
	File            string `json:"file"`
}

func write(output, release string, described []description, types *types) error {
	files := map[string]any{"defs.json": schema{"$schema": dialect, "$defs": types.definitions}}
	listed := index{Release: release, Modules: modulesOf(types.packages)}
	for _, component := range described {
		file := component.section + "/" + component.Type + ".json"
		component.Schema = outside(component.Schema).(schema)
		component.Schema["$schema"] = dialect
		files[file] = component
		listed.Modules[component.Module] = component.Version
		listed.Components = append(listed.Components, entry{component.Kind, component.Type, component.DeprecatedAlias, file})
	}
	hash := sha256.New()
	for _, file := range slices.Sorted(maps.Keys(files)) {
		content, err := writeJSON(filepath.Join(output, file), files[file])
		if err != nil {
			return err
		}
		fmt.Fprintf(hash, "%s %d\n%s", file, len(content), content)
	}
	listed.Hash = fmt.Sprintf("%x", hash.Sum(nil))
	_, err := writeJSON(filepath.Join(output, "index.json"), listed)
	return err
}

func writeJSON(path string, content any) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(content); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	return buffer.Bytes(), os.WriteFile(path, buffer.Bytes(), 0o666)
}

// outside is a schema with references that lead from a component's file to the definitions.
func outside(part any) any {
	switch part := part.(type) {
	case schema:
		result := schema{}
		for key, value := range part {
			if key == "$ref" {
				value = "../defs.json" + value.(string)
			}
			result[key] = outside(value)
		}
		return result
	case map[string]any:
		result := map[string]any{}
		for key, value := range part {
			result[key] = outside(value)
		}
		return result
	default:
		return part
	}
}

// modulesOf finds the modules, as built, that packages belong to.
func modulesOf(packages map[string]bool) map[string]string {
	result := map[string]string{}
	for name := range packages {
		if module, ok := moduleOf(name); ok {
			result[module.Path] = module.Version
		}
	}
	return result
}

package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// candidates are words that may name something. Which of them do is for the parsers to say.
type candidates struct {
	// Parts of paths, by the package that has them in its texts.
	parts map[string][]string
	enums []string
	// What may stand before the first dot.
	prefixes []string
}

var (
	part = regexp.MustCompile(`"([a-z][a-z0-9_]*)"`)
	enum = regexp.MustCompile(`"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)"`)
)

// readCandidates takes all words between quotes in the sources of the contexts.
func readCandidates(sources string) (candidates, error) {
	parts := map[string]map[string]bool{}
	enums, prefixes := map[string]bool{}, map[string]bool{}
	root := filepath.Join(sources, "contexts")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		folder := strings.TrimPrefix(strings.TrimPrefix(filepath.Base(filepath.Dir(path)), "ctx"), "ottl")
		if parts[folder] == nil {
			parts[folder] = map[string]bool{}
		}
		for _, found := range part.FindAllStringSubmatch(string(text), -1) {
			parts[folder][found[1]] = true
			prefixes[found[1]] = true
		}
		for _, found := range enum.FindAllStringSubmatch(string(text), -1) {
			enums[found[1]] = true
		}
		return nil
	})
	result := candidates{parts: map[string][]string{}, enums: sorted(enums), prefixes: sorted(prefixes)}
	for folder, words := range parts {
		result.parts[folder] = sorted(words)
	}
	return result, err
}

// of lists what may be a part of a context's paths: words of its own sources, and of those that several contexts share.
func (c candidates) of(context string) []string {
	words := map[string]bool{}
	for folder, parts := range c.parts {
		isShared := folder == "common" || folder == "util" || folder == "cache" || strings.HasSuffix(folder, "common")
		if folder == context || isShared {
			for _, word := range parts {
				words[word] = true
			}
		}
	}
	return sorted(words)
}

func sorted(set map[string]bool) []string {
	return slices.Sorted(maps.Keys(set))
}

package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/elastic/go-grok/patterns"

	"github.com/open-telemetry/opentelemetry-collector-contrib/internal/coreinternal/textutils"
	"github.com/open-telemetry/opentelemetry-collector-contrib/internal/coreinternal/timeutils"
)

// nameFacts are names that functions look up when they are made.
type nameFacts struct {
	// In small letters.
	Encodings []string `json:"encodings"`
	Locales   []string `json:"locales"`
	Grok      []string `json:"grok"`
}

// describeNames looks for candidates in the texts of the modules that know encodings and locales.
func describeNames(encodings, locales string) (nameFacts, error) {
	var result nameFacts
	found, err := quoted(filepath.Join(encodings, "encoding", "ianaindex"), `"([^"\\\s]+)"`)
	if err != nil {
		return result, err
	}
	// Those that the collector adds.
	for _, name := range append(found, "nop", "ascii", "us-ascii", "utf8", "utf-8", "utf16", "utf-16", "utf8-raw", "") {
		if lower := strings.ToLower(name); encodes(lower) {
			result.Encodings = append(result.Encodings, lower)
		}
	}
	if found, err = quoted(locales, `"([a-zA-Z]{2,3}(?:-[A-Za-z0-9]+)*)"`); err != nil {
		return result, err
	}
	for _, name := range found {
		if timeutils.ValidateLocale(name) == nil {
			result.Locales = append(result.Locales, name)
		}
	}
	for _, set := range []map[string]string{
		patterns.Default, patterns.AWS, patterns.Bind9, patterns.Bro, patterns.Exim, patterns.HAProxy, patterns.Httpd,
		patterns.Firewalls, patterns.Java, patterns.Junos, patterns.Maven, patterns.MCollective, patterns.MongoDB,
		patterns.PostgreSQL, patterns.Rails, patterns.Redis, patterns.Ruby, patterns.Squid, patterns.Syslog,
	} {
		result.Grok = append(result.Grok, slices.Collect(maps.Keys(set))...)
	}
	for _, names := range []*[]string{&result.Encodings, &result.Locales, &result.Grok} {
		slices.Sort(*names)
		*names = slices.Compact(*names)
	}
	return result, nil
}

func encodes(name string) bool {
	_, err := textutils.LookupEncoding(name)
	return err == nil
}

// quoted lists what matches the pattern's group in a folder's Go files.
func quoted(folder, pattern string) ([]string, error) {
	var result []string
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(text), -1) {
			result = append(result, found[1])
		}
	}
	return result, nil
}

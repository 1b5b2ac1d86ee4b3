// Package judge is what the programs of all Prometheus releases have in common: they print what PromQL is in a release,
// and say of texts what the release's own parser says.
package judge

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// Language is what PromQL is in a release.
type Language struct {
	Release     string       `json:"release"`
	Functions   []Function   `json:"functions"`
	Aggregators []Aggregator `json:"aggregators"`
	Keywords    []Keyword    `json:"keywords"`
}

// Keyword is a word with a meaning of its own, in any case of its letters. Metric and Label say whether a metric, and a
// label in a list of labels, can have it as its name.
type Keyword struct {
	Name   string `json:"name"`
	Metric bool   `json:"metric"`
	Label  bool   `json:"label"`
}

// Function is a function of the language. Variadic is 0 for a fixed number of arguments, -1 for any number from one less
// than there are types, and otherwise how many there may be beyond that.
type Function struct {
	Name         string   `json:"name"`
	Arguments    []string `json:"arguments"`
	Variadic     int      `json:"variadic"`
	Returns      string   `json:"returns"`
	Experimental bool     `json:"experimental"`
}

// Aggregator is an operator that makes one series of several. Parameter is the type of its first argument, or empty.
type Aggregator struct {
	Name         string `json:"name"`
	Parameter    string `json:"parameter"`
	Experimental bool   `json:"experimental"`
}

// Question is an expression, and the feature flags with which it is read.
type Question struct {
	Expr     string   `json:"expr"`
	Features []string `json:"features"`
}

// Has says whether a feature flag is set.
func (q Question) Has(feature string) bool {
	for _, one := range q.Features {
		if one == feature {
			return true
		}
	}
	return false
}

// Verdict is what a release's parser says of an expression.
type Verdict struct {
	OK        bool   `json:"ok"`
	Type      string `json:"type,omitempty"`
	Canonical string `json:"canonical,omitempty"`
	Error     string `json:"error,omitempty"`
}

// Main prints the language as JSON; with the argument "judge" it reads questions, one a line, and prints as many verdicts.
func Main(language func() Language, answer func(Question) Verdict) {
	if err := run(os.Args[1:], language, answer); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, language func() Language, answer func(Question) Verdict) error {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if len(args) == 0 {
		return encoder.Encode(language())
	}
	if len(args) != 1 || args[0] != "judge" {
		return fmt.Errorf("usage: promql [judge]")
	}
	decoder := json.NewDecoder(bufio.NewReader(os.Stdin))
	for {
		var question Question
		if err := decoder.Decode(&question); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := encoder.Encode(answer(question)); err != nil {
			return err
		}
	}
}

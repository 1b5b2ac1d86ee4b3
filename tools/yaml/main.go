// Command yaml prints what kubectl and the collector read in YAML texts: a text in JSON on each line of standard input,
// an answer in JSON on each line of standard output.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"time"

	yamlv3 "go.yaml.in/yaml/v3"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// Reading is what a reader makes of a text: its documents, or why it refuses it.
type Reading struct {
	Documents []any  `json:"documents"`
	Error     string `json:"error,omitempty"`
}

// Answer is what both make of it. The collector reads the first document alone.
type Answer struct {
	Kubernetes Reading `json:"kubernetes"`
	Collector  Reading `json:"collector"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		answer, err := json.Marshal(Answer{kubernetes(text), collector(text)})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		out.Write(append(answer, '\n'))
	}
}

// kubernetes reads as kubectl does: document by document, each made JSON.
func kubernetes(text string) Reading {
	reading := Reading{Documents: []any{}}
	decoder := yaml.NewYAMLOrJSONDecoder(bytes.NewReader([]byte(text)), 4096)
	for {
		var document any
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return reading
		}
		if err != nil {
			reading.Error = err.Error()
			return reading
		}
		reading.Documents = append(reading.Documents, document)
	}
}

// collector reads as confmap does, which gives the bytes of a file to yaml.v3.
func collector(text string) (reading Reading) {
	var document any
	if err := yamlv3.Unmarshal([]byte(text), &document); err != nil {
		return Reading{Documents: []any{}, Error: err.Error()}
	}
	return Reading{Documents: []any{plain(document)}}
}

func keyOf(key any) string {
	switch key := key.(type) {
	case nil:
		return "null"
	case time.Time:
		return "date"
	default:
		return fmt.Sprint(key)
	}
}

// plain is a value as JSON can hold it: dates, and numbers that JSON lacks, are said in words.
func plain(value any) any {
	switch value := value.(type) {
	case map[string]any:
		result := map[string]any{}
		for key, item := range value {
			result[key] = plain(item)
		}
		return result
	case map[any]any:
		result := map[string]any{}
		for key, item := range value {
			result[keyOf(key)] = plain(item)
		}
		return result
	case []any:
		result := []any{}
		for _, item := range value {
			result = append(result, plain(item))
		}
		return result
	case float64:
		if math.IsNaN(value) || math.IsInf(value, 0) {
			return fmt.Sprintf("float %v", value)
		}
	case time.Time:
		return "date"
	}
	return value
}

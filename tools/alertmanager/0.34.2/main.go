// Command alertmanager says what Alertmanager's own packages know. With `-describe` it prints the types of the
// configuration. Without, it reads questions, one JSON object on a line, and answers each on a line of its own.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"reflect"

	"cdk8s-mdai/tools/alertmanager/types"
	"github.com/prometheus/alertmanager/config"
	"github.com/prometheus/alertmanager/featurecontrol"
	"github.com/prometheus/alertmanager/matcher/compat"
)

func main() {
	described := flag.Bool("describe", false, "print the types of the configuration")
	flag.Parse()
	run := answerAll
	if *described {
		run = func(_ io.Reader, out io.Writer) error { return types.Describe(reflect.TypeFor[config.Config](), out) }
	}
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerAll(in io.Reader, out io.Writer) error {
	// As both programs start: matchers in UTF-8, or else as they were before.
	flags, err := featurecontrol.NewFlags(slog.New(slog.DiscardHandler), "")
	if err != nil {
		return err
	}
	compat.InitFromFlags(slog.New(slog.DiscardHandler), flags)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64*1024*1024)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			return err
		}
		if err := encoder.Encode(answered(asked)); err != nil {
			return err
		}
	}
	return lines.Err()
}

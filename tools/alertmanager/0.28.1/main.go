// Command alertmanager says what Alertmanager of this release knows. With `-describe` it prints the types of the
// configuration. Without, it reads configurations, as one JSON object on each line, and says why each is refused.
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
	run := judge
	if *described {
		run = func(_ io.Reader, out io.Writer) error { return types.Describe(reflect.TypeFor[config.Config](), out) }
	}
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type question struct {
	Config string `json:"config"`
}

type answer struct {
	Error string `json:"error,omitempty"`
}

func judge(in io.Reader, out io.Writer) error {
	logger := slog.New(slog.DiscardHandler)
	flags, err := featurecontrol.NewFlags(logger, "")
	if err != nil {
		return err
	}
	compat.InitFromFlags(logger, flags)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64*1024*1024)
	encoder := json.NewEncoder(out)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			return err
		}
		if err := encoder.Encode(answer{verdict(asked.Config)}); err != nil {
			return err
		}
	}
	return lines.Err()
}

// verdict is why a configuration is refused; breaking down over it is a way to refuse it.
func verdict(text string) (reason string) {
	defer func() {
		if broken := recover(); broken != nil {
			reason = fmt.Sprint(broken)
		}
	}()
	if _, err := config.Load(text); err != nil {
		return err.Error()
	}
	return ""
}

// Command promconfig prints the configuration that the Prometheus operator would give to a Prometheus. It reads, as JSON
// on standard input, the Prometheus and the PodMonitors of its cluster, each with its namespace. The operator's own code
// selects, checks and compiles them; what the operator would skip with a warning is refused here, and so are fields that
// it does not know.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	monitoringv1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"github.com/prometheus-operator/prometheus-operator/pkg/assets"
	"github.com/prometheus-operator/prometheus-operator/pkg/operator"
	"github.com/prometheus-operator/prometheus-operator/pkg/prometheus"
	metrics "github.com/prometheus/client_golang/prometheus"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/cache"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// objects is what the program reads.
type objects struct {
	Prometheus  *monitoringv1.Prometheus   `json:"prometheus"`
	PodMonitors []*monitoringv1.PodMonitor `json:"podMonitors"`
}

func run(in io.Reader, out io.Writer) error {
	var given objects
	decoder := json.NewDecoder(in)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&given); err != nil {
		return err
	}
	if given.Prometheus == nil {
		return errors.New("there is no prometheus")
	}
	var warnings strings.Builder
	config, err := generate(given, slog.New(slog.NewTextHandler(&warnings, &slog.HandlerOptions{Level: slog.LevelWarn})))
	if err != nil {
		return err
	}
	if warnings.Len() > 0 {
		return errors.New(warnings.String())
	}
	_, err = out.Write(config)
	return err
}

// generate does what the operator's controller does between reading a Prometheus and writing its secret.
func generate(given objects, logger *slog.Logger) ([]byte, error) {
	client := fake.NewClientset()
	store := assets.NewStoreBuilder(client.CoreV1(), client.CoreV1())
	monitors, err := selectPodMonitors(given, store, logger)
	if err != nil {
		return nil, err
	}
	generator, err := prometheus.NewConfigGenerator(logger, given.Prometheus, prometheus.WithEndpointSliceSupport())
	if err != nil {
		return nil, err
	}
	// The ConfigMap into which the operator writes the rules that a Prometheus selects.
	rules := []string{"prometheus-" + given.Prometheus.Name + "-rulefiles-0"}
	return generator.GenerateServerConfiguration(given.Prometheus, nil, monitors, nil, nil, store, nil, nil, nil, rules)
}

// selectPodMonitors returns those of the given that are for the Prometheus. The namespaces of a cluster are not known
// here, so a Prometheus may only select in its own.
func selectPodMonitors(given objects, store *assets.StoreBuilder, logger *slog.Logger) (map[string]*monitoringv1.PodMonitor, error) {
	if given.Prometheus.Spec.PodMonitorNamespaceSelector != nil {
		return nil, errors.New("podMonitorNamespaceSelector is not supported")
	}
	counters := operator.NewMetrics(metrics.NewRegistry())
	events := operator.NewFakeRecorder(len(given.PodMonitors), given.Prometheus)
	selector, err := prometheus.NewResourceSelector(logger, given.Prometheus, store, nil, counters, events)
	if err != nil {
		return nil, err
	}
	list := func(namespace string, selected labels.Selector, add cache.AppendFunc) error {
		for _, monitor := range given.PodMonitors {
			if monitor.Namespace == namespace && selected.Matches(labels.Set(monitor.Labels)) {
				add(monitor)
			}
		}
		return nil
	}
	selection, err := selector.SelectPodMonitors(context.Background(), list)
	return selection.ValidResources(), err
}

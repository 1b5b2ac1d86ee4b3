// Command promconfig prints the configuration that the Prometheus operator would give to a Prometheus or a
// PrometheusAgent. It reads, as JSON on standard input, that and the monitors of its cluster, each with its namespace, and
// the data of the Secrets and ConfigMaps that these name. The operator's own code
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
	monitoringv1alpha1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1alpha1"
	"github.com/prometheus-operator/prometheus-operator/pkg/assets"
	"github.com/prometheus-operator/prometheus-operator/pkg/operator"
	"github.com/prometheus-operator/prometheus-operator/pkg/prometheus"
	metrics "github.com/prometheus/client_golang/prometheus"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
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
	Prometheus      *monitoringv1.Prometheus            `json:"prometheus"`
	PrometheusAgent *monitoringv1alpha1.PrometheusAgent `json:"prometheusAgent"`
	PodMonitors     []*monitoringv1.PodMonitor          `json:"podMonitors"`
	ServiceMonitors []*monitoringv1.ServiceMonitor      `json:"serviceMonitors"`
	Probes          []*monitoringv1.Probe               `json:"probes"`
	ScrapeConfigs   []*monitoringv1alpha1.ScrapeConfig  `json:"scrapeConfigs"`
	Secrets         []*corev1.Secret                    `json:"secrets"`
	ConfigMaps      []*corev1.ConfigMap                 `json:"configMaps"`
}

func run(in io.Reader, out io.Writer) error {
	var given objects
	decoder := json.NewDecoder(in)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&given); err != nil {
		return err
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

// subject is the Prometheus or the agent that is configured.
func (given objects) subject() (monitoringv1.PrometheusInterface, error) {
	switch {
	case given.Prometheus != nil:
		return given.Prometheus, nil
	case given.PrometheusAgent != nil:
		return given.PrometheusAgent, nil
	default:
		return nil, errors.New("there is no prometheus")
	}
}

// selected is what the operator takes of the monitors that it is given.
type selected struct {
	pods     map[string]*monitoringv1.PodMonitor
	services map[string]*monitoringv1.ServiceMonitor
	probes   map[string]*monitoringv1.Probe
	scrapes  map[string]*monitoringv1alpha1.ScrapeConfig
}

// generate does what the operator's controller does between reading a Prometheus and writing its secret.
func generate(given objects, logger *slog.Logger) ([]byte, error) {
	subject, err := given.subject()
	if err != nil {
		return nil, err
	}
	var known []runtime.Object
	for _, secret := range given.Secrets {
		known = append(known, secret)
	}
	for _, configMap := range given.ConfigMaps {
		known = append(known, configMap)
	}
	client := fake.NewClientset(known...)
	store := assets.NewStoreBuilder(client.CoreV1(), client.CoreV1())
	monitors, err := choose(given, subject, store, logger)
	if err != nil {
		return nil, err
	}
	generator, err := prometheus.NewConfigGenerator(logger, subject, prometheus.WithEndpointSliceSupport())
	if err != nil {
		return nil, err
	}
	namespace := subject.GetObjectMeta().GetNamespace()
	remoteWrites := subject.GetCommonPrometheusFields().RemoteWrite
	if err := generator.AddRemoteWriteToStore(context.Background(), store, namespace, remoteWrites); err != nil {
		return nil, err
	}
	if given.Prometheus == nil {
		return generator.GenerateAgentConfiguration(monitors.services, monitors.pods, monitors.probes, monitors.scrapes, store, nil)
	}
	// The ConfigMap into which the operator writes the rules that a Prometheus selects.
	rules := []string{"prometheus-" + given.Prometheus.Name + "-rulefiles-0"}
	return generator.GenerateServerConfiguration(given.Prometheus, monitors.services, monitors.pods, monitors.probes, monitors.scrapes, store, nil, nil, nil, rules)
}

// choose returns those of the given monitors that are for the subject. The namespaces of a cluster are not known here, so
// it may only select in its own.
func choose(given objects, subject monitoringv1.PrometheusInterface, store *assets.StoreBuilder, logger *slog.Logger) (selected, error) {
	common := subject.GetCommonPrometheusFields()
	for _, elsewhere := range []*metav1.LabelSelector{common.PodMonitorNamespaceSelector, common.ServiceMonitorNamespaceSelector, common.ProbeNamespaceSelector, common.ScrapeConfigNamespaceSelector} {
		if elsewhere != nil {
			return selected{}, errors.New("selectors of namespaces are not supported")
		}
	}
	counters := operator.NewMetrics(metrics.NewRegistry())
	count := len(given.PodMonitors) + len(given.ServiceMonitors) + len(given.Probes) + len(given.ScrapeConfigs)
	events := operator.NewFakeRecorder(count, subject.(runtime.Object))
	selector, err := prometheus.NewResourceSelector(logger, subject, store, nil, counters, events)
	if err != nil {
		return selected{}, err
	}
	ctx := context.Background()
	pods, err := selector.SelectPodMonitors(ctx, among(given.PodMonitors))
	if err != nil {
		return selected{}, err
	}
	services, err := selector.SelectServiceMonitors(ctx, among(given.ServiceMonitors))
	if err != nil {
		return selected{}, err
	}
	probes, err := selector.SelectProbes(ctx, among(given.Probes))
	if err != nil {
		return selected{}, err
	}
	scrapes, err := selector.SelectScrapeConfigs(ctx, among(given.ScrapeConfigs))
	if err != nil {
		return selected{}, err
	}
	return selected{pods.ValidResources(), services.ValidResources(), probes.ValidResources(), scrapes.ValidResources()}, nil
}

// among lists objects by namespace and labels.
func among[T metav1.Object](objects []T) prometheus.ListAllByNamespaceFn {
	return func(namespace string, selected labels.Selector, add cache.AppendFunc) error {
		for _, object := range objects {
			if object.GetNamespace() == namespace && selected.Matches(labels.Set(object.GetLabels())) {
				add(object)
			}
		}
		return nil
	}
}

// What turns alerts and requests into values of variables, as MDAI's gateway and event hub do. Their own modules cannot be
// had; the packages that both are made of can (mdai-data-core): the events and their queues, the automations, which of them
// begin with an event, the placeholders in their values, and what their commands write. Only what joins these is written
// here. The queues are those of a NATS server of its own.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/mydecisive/mdai-data-core/eventing"
	"github.com/mydecisive/mdai-data-core/eventing/publisher"
	"github.com/mydecisive/mdai-data-core/eventing/subscriber"
	"github.com/mydecisive/mdai-data-core/handlers"
	"github.com/mydecisive/mdai-data-core/interpolation"
	"github.com/mydecisive/mdai-data-core/kube"
	"github.com/mydecisive/mdai-data-core/valkey"
	nats "github.com/nats-io/nats-server/v2/server"
	"go.uber.org/zap"
	corev1 "k8s.io/api/core/v1"
)

func main() {
	address := flag.String("address", "127.0.0.1:8081", "where to listen for alerts and requests")
	folder := flag.String("folder", "", "where the queues are kept")
	hops := flag.Int("hop-limit", 2, "how many commands may follow from each other")
	flag.Parse()
	if err := run(*address, *folder, *hops); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(address, folder string, hops int) error {
	stopped, forget := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer forget()
	queues, err := startQueues(folder)
	if err != nil {
		return err
	}
	defer queues.Shutdown()
	logger, err := zap.NewDevelopment()
	if err != nil {
		return err
	}
	cluster, err := kube.NewK8sClient(logger)
	if err != nil {
		return err
	}
	objects, err := kube.NewK8sDynamicClient(logger)
	if err != nil {
		return err
	}
	automations, err := configMaps(kube.AutomationConfigMapType, logger)
	if err != nil {
		return err
	}
	manual, err := configMaps(kube.ManualEnvConfigMapType, logger)
	if err != nil {
		return err
	}
	store, err := valkey.Init(stopped, logger, valkey.NewConfig())
	if err != nil {
		return err
	}
	queue, err := publisher.NewPublisher(stopped, logger, "publisher")
	if err != nil {
		return err
	}
	defer queue.Close()
	log := &eventLog{}
	counting := &countingPublisher{Publisher: queue, log: log}
	hub := &eventHub{
		automations: automations,
		cluster:     cluster,
		objects:     objects,
		commands:    handlers.NewHandlerAdapter(store, logger, counting),
		texts:       interpolation.NewEngine(logger),
		hops:        hops,
	}
	events, err := subscriber.NewSubscriber(stopped, logger, "subscriber")
	if err != nil {
		return err
	}
	defer events.Close()
	for _, one := range []struct {
		group   eventing.MdaiEventConsumerGroup
		subject eventing.MdaiEventType
		handle  func(context.Context, eventing.MdaiEvent) ([]string, error)
	}{
		{eventing.AlertConsumerGroupName, eventing.AlertEventType, hub.react},
		{eventing.TriggerConsumerGroupName, eventing.TriggerEventType, hub.react},
		{eventing.VarsConsumerGroupName, eventing.VarEventType, hub.set},
	} {
		handler := log.handling(stopped, one.handle)
		if err := events.Subscribe(stopped, string(one.group), string(one.subject), handler); err != nil {
			return err
		}
	}
	gateway := &http.Server{
		Addr:              address,
		Handler:           (&gateway{publisher: counting, automations: automations, manual: manual, log: log}).routes(),
		ReadHeaderTimeout: 10 * time.Second,
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	go func() {
		<-stopped.Done()
		_ = gateway.Close()
	}()
	fmt.Println("listening on", address)
	if err := gateway.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// startQueues runs a NATS server, and says to the packages of MDAI where.
func startQueues(folder string) (*nats.Server, error) {
	const password = "password-of-the-queues"
	server, err := nats.NewServer(&nats.Options{
		Host:      "127.0.0.1",
		Port:      nats.RANDOM_PORT,
		Username:  "mdai",
		Password:  password,
		JetStream: true,
		StoreDir:  folder,
		NoSigs:    true,
	})
	if err != nil {
		return nil, err
	}
	server.Start()
	if !server.ReadyForConnections(10 * time.Second) {
		return nil, errors.New("the NATS server is not ready")
	}
	for name, value := range map[string]string{"NATS_URL": server.ClientURL(), "NATS_PASSWORD": password, "POD_NAME": "mdai-loop"} {
		if err := os.Setenv(name, value); err != nil {
			return nil, err
		}
	}
	return server, nil
}

// configMaps follows those that the operator writes of one type, in all namespaces.
func configMaps(kind string, logger *zap.Logger) (*kube.ConfigMapController, error) {
	cluster, err := kube.NewK8sClient(logger)
	if err != nil {
		return nil, err
	}
	maps, err := kube.NewConfigMapController([]string{kind}, corev1.NamespaceAll, cluster, logger)
	if err != nil {
		return nil, err
	}
	return maps, maps.Run()
}

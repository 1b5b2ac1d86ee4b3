// Command kafka runs a Kafka broker in its own memory, on the loopback interface, until it is interrupted or terminated.
// It prints the address that it listens on. A topic that is not named does not exist, so that a test notices when a
// collector asks for another.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	"github.com/twmb/franz-go/pkg/kfake"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	options := []kfake.Opt{kfake.NumBrokers(1)}
	port := flag.Int("port", 0, "the port to listen on; 0 is a free one")
	flag.Func("topic", "a topic and the number of its partitions, as `name:3` or name; repeatable", func(text string) error {
		topic, err := seed(text)
		options = append(options, topic)
		return err
	})
	flag.Parse()
	if flag.NArg() > 0 {
		return fmt.Errorf("unknown argument %q", flag.Arg(0))
	}
	if *port != 0 {
		options = append(options, kfake.Ports(*port))
	}
	stopped, forget := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer forget()
	cluster, err := kfake.NewCluster(options...)
	if err != nil {
		return err
	}
	defer cluster.Close()
	fmt.Println("listening on", strings.Join(cluster.ListenAddrs(), ","))
	<-stopped.Done()
	return nil
}

// seed reads a topic of the command line.
func seed(text string) (kfake.Opt, error) {
	name, partitions, given := strings.Cut(text, ":")
	if !given {
		return kfake.SeedTopics(1, name), nil
	}
	count, err := strconv.ParseInt(partitions, 10, 32)
	if err != nil || count < 1 {
		return nil, fmt.Errorf("%q is not a number of partitions", partitions)
	}
	return kfake.SeedTopics(int32(count), name), nil
}

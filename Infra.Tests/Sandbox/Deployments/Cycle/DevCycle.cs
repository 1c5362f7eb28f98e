using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Deployments.Processes;
using Infra.Tests.Sandbox.Deployments.Support;
using Pulumi;

namespace Infra.Tests.Sandbox.Deployments.Cycle;

/// <summary>The life of the dev stack in an emulator: up, up again, an edit, destroy. It takes minutes, so it is lived once for all tests.</summary>
public sealed class DevCycle : IDisposable
{
    private const string LoadBalancing = "2015-12-01";
    private const string Cluster = """{ "cluster": "dekart-dev", "services": ["dekart"] }""";

    private readonly SandboxProject _project = new();
    private readonly Lazy<Task<string?>> _missing;

    public DevCycle() => _missing = new Lazy<Task<string?>>(LiveAsync);

    internal CommandRun FirstUp { get; private set; } = null!;

    internal CommandRun SecondUp { get; private set; } = null!;

    internal CommandRun PlanOfEdit { get; private set; } = null!;

    internal CommandRun UpOfEdit { get; private set; } = null!;

    internal CommandRun Destroy { get; private set; } = null!;

    /// <summary>The generated password of the database.</summary>
    internal string Password { get; private set; } = "";

    /// <summary>All that is written down while the stack is up, but for the state and the values themselves.</summary>
    internal string Written { get; private set; } = "";

    internal XElement Listeners { get; private set; } = null!;

    internal XElement Rules { get; private set; } = null!;

    internal XElement SecurityGroupRules { get; private set; } = null!;

    internal JsonNode Service { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    internal JsonNode Certificates { get; private set; } = null!;

    internal XElement Records { get; private set; } = null!;

    internal string[] Remaining { get; private set; } = [];

    internal bool HasWorkFolderAfterDestroy { get; private set; }

    public void Dispose() => _project.Dispose();

    /// <summary>Waits until it has been lived, or skips the test because something for it is missing.</summary>
    internal async Task RequireAsync()
    {
        var missing = await _missing.Value;
        Skip.If(missing is not null, missing);
    }

    private async Task<string?> LiveAsync()
    {
        try
        {
            await using var emulator = await StartedEmulator.StartAsync();
            await LiveAsync(emulator);
            return null;
        }
        catch (MissingToolException missing)
        {
            return missing.Message;
        }
    }

    private async Task LiveAsync(StartedEmulator emulator)
    {
        try
        {
            await LiveAsync(emulator.Endpoint);
        }
        catch (RunException failure)
        {
            throw new RunException($"{failure.Message}\nThe emulator says:\n{string.Join('\n', emulator.Complaints())}", failure);
        }
    }

    private async Task LiveAsync(Uri endpoint)
    {
        using var probe = new EmulatorProbe(endpoint);
        string[] emulator = ["--endpoint", $"{endpoint}"];
        FirstUp = await _project.RunAsync(["up", "dev", .. emulator]);
        if (FirstUp.ExitCode == 3)
        {
            throw new MissingToolException(FirstUp.Error);
        }

        ReadFiles();
        await LookAroundAsync(probe);
        SecondUp = await _project.RunAsync("up", "dev");
        await EditAsync("dekartxyz/dekart:0.23", "dekartxyz/dekart:0.24");
        await EditAsync("allocatedStorageGiB: 20", "allocatedStorageGiB: 30");
        PlanOfEdit = await _project.RunAsync("plan", "dev");
        UpOfEdit = await _project.RunAsync("up", "dev");
        Destroy = await _project.RunAsync("destroy", "dev");
        HasWorkFolderAfterDestroy = _project.HasWorkFolder;
        Remaining = await Leftovers.OfAsync(probe);
    }

    private void ReadFiles()
    {
        var folder = _project.File(".sandbox/dev");
        Password = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "values.json")))!["dekart_database_password"]!["value"]!.GetValue<string>();
        Written = string.Join('\n', Directory.EnumerateFiles(folder, "*.log", SearchOption.AllDirectories)
            .Append(Path.Combine(folder, "main.tf.json"))
            .Select(File.ReadAllText));
    }

    private async Task LookAroundAsync(EmulatorProbe probe)
    {
        var loadBalancer = await probe.QueryAsync("elasticloadbalancing", LoadBalancing, "DescribeLoadBalancers");
        var loadBalancerArn = loadBalancer.Descendants("LoadBalancerArn").Single().Value;
        Listeners = await probe.QueryAsync("elasticloadbalancing", LoadBalancing, "DescribeListeners", ("LoadBalancerArn", loadBalancerArn));
        var https = Listeners.Descendants("member").Single(listener => listener.Element("Port")?.Value == "443");
        Rules = await probe.QueryAsync("elasticloadbalancing", LoadBalancing, "DescribeRules", ("ListenerArn", https.Element("ListenerArn")!.Value));
        SecurityGroupRules = await probe.QueryAsync("ec2", "2016-11-15", "DescribeSecurityGroupRules");
        Service = (await probe.CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.DescribeServices", Cluster))["services"]![0]!;
        TaskDefinition = await probe.CallAsync(
            "ecs", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition", """{ "taskDefinition": "dekart-dev" }""");
        Certificates = await probe.CallAsync("acm", "CertificateManager.ListCertificates");
        var zone = (await probe.GetAsync("route53", "/2013-04-01/hostedzone")).Descendants("Id").Single().Value;
        Records = await probe.GetAsync("route53", $"/2013-04-01{zone}/rrset");
    }

    private async Task EditAsync(string from, string to)
    {
        var file = _project.File("Pulumi.dev.yaml");
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(from, text);
        await File.WriteAllTextAsync(file, text.Replace(from, to));
    }
}

using Infra.Configuration.StackFiles;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Terraform;

/// <summary>The differences with version 6 of the AWS provider, which Pulumi's is built from.</summary>
public sealed class NewerProviderTests
{
    private static readonly ResourceNode Shifting = Graphs.Resource(
        "aws:ecs/service:Service",
        "s",
        ("name", "s"),
        ("deploymentConfiguration", Graphs.Map(
            ("strategy", "CANARY"),
            ("bakeTimeInMinutes", "5"),
            ("canaryConfiguration", Graphs.Map(("canaryPercent", 10), ("canaryBakeTimeInMinutes", "3"))))),
        ("loadBalancers", Graphs.List(Graphs.Map(
            ("containerName", "s"),
            ("advancedConfiguration", Graphs.Map(("alternateTargetGroupArn", "arn:2"), ("productionListenerRule", "arn:3"), ("roleArn", "arn:4")))))));

    [Fact]
    public void TrafficShifting_IsTranslated()
    {
        var program = Translation.OfVersion6(Graphs.Of(Shifting));

        Assert.Equal(
            """
            {"deployment_configuration":[{"bake_time_in_minutes":"5",
            "canary_configuration":[{"canary_bake_time_in_minutes":"3","canary_percent":10}],"strategy":"CANARY"}],
            "load_balancer":[{"advanced_configuration":[{"alternate_target_group_arn":"arn:2","production_listener_rule":"arn:3","role_arn":"arn:4"}],
            "container_name":"s"}],"name":"s"}
            """.ReplaceLineEndings(""),
            program.Text("resource", "aws_ecs_service", "s"));
        Assert.Empty(program.UnknownInputs);
    }

    [Fact]
    public void TrafficShifting_OnAnEmulator_IgnoresChanges()
    {
        var program = Translation.OfVersion6(Graphs.Of(Shifting), Translation.Emulator);

        Assert.Equal("""{"ignore_changes":["deployment_configuration"]}""", program.Text("resource", "aws_ecs_service", "s", "lifecycle"));
        Assert.Equal(["deployment_configuration"], program.EmulatorDifferences.Select(difference => difference.Attribute));
    }

    [Theory]
    [InlineData("aws_ecs_service", "arn", "arn", "id")]
    [InlineData("aws_s3_bucket", "bucketRegion", "bucket_region", "region")]
    public void Output_UsesItsNewName(string type, string property, string six, string five)
    {
        Assert.Equal(six, AttributeNames.OfOutput(type, AwsSchema.Version6.Resources[type].AsType(), property));
        Assert.Equal(five, AttributeNames.OfOutput(type, AwsSchema.Version5.Resources[type].AsType(), property));
    }

    [Fact]
    public void RegionLookup_UsesItsNewName()
    {
        Assert.Equal("region", AttributeNames.OfOutput("aws_region", AwsSchema.Version6.DataSources["aws_region"].AsType(), "region"));
        Assert.Equal("name", AttributeNames.OfOutput("aws_region", AwsSchema.Version5.DataSources["aws_region"].AsType(), "region"));
    }

    [Fact]
    public void RegionOfAResource_IsAnInput() => Assert.Equal(
        """{"region":"eu-west-2"}""",
        Translation.OfVersion6(Graphs.Of(Graphs.Resource("aws:ec2/vpc:Vpc", "net", ("region", "eu-west-2")))).Text("resource", "aws_vpc", "net"));

    [Fact]
    public void BucketTags_OnAnEmulator_IgnoreChangesOnlyInVersion6()
    {
        var graph = Graphs.Of(Graphs.Resource("aws:s3/bucket:Bucket", "b", ("bucket", "b"), ("tags", Graphs.Map(("a", "1")))));

        Assert.Equal(
            """{"bucket":"b","tags":{"a":"1"},"lifecycle":{"ignore_changes":["tags"]}}""",
            Translation.OfVersion6(graph, Translation.Emulator).Text("resource", "aws_s3_bucket", "b"));
        Assert.Equal("""{"bucket":"b","tags":{"a":"1"}}""", Translation.OfVersion6(graph).Text("resource", "aws_s3_bucket", "b"));
        Assert.Equal("""{"bucket":"b","tags":{"a":"1"}}""", Translation.Of(graph, Translation.Emulator).Text("resource", "aws_s3_bucket", "b"));
    }

    // Its services use canary deployments.
    [Fact]
    public async Task ShippedExample_KeepsItsDeploymentSettings()
    {
        var graph = await GraphOf("examples/event-jobs.yaml");

        Assert.Contains(Translation.Of(graph).UnknownInputs, input => input.Path == "deploymentConfiguration");
        Assert.DoesNotContain(
            Translation.OfVersion6(graph).UnknownInputs,
            input => input.Path.StartsWith("deploymentConfiguration", StringComparison.Ordinal)
                || input.Path.Contains("advancedConfiguration", StringComparison.Ordinal));
    }

    private static async Task<ResourceGraph> GraphOf(string file)
    {
        var project = ProjectFile.Find(RepositoryFiles.Root);
        var values = StackFile.Read(project, "staging", file, RepositoryFiles.Root);
        return await StackEvaluator.EvaluateAsync(project, "staging", StackConfigLoader.Load(values, "staging"), values);
    }
}

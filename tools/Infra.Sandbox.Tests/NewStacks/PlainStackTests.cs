namespace Infra.Sandbox.Tests.NewStacks;

public sealed class PlainStackTests
{
    private const string Staging = "Pulumi.staging.yaml";

    [Fact]
    public async Task NewFile_WithTheImageOnly_ServesHttp()
    {
        using var project = NewStackRun.OfRepository();

        Assert.Equal(0, await project.RunAsync("new staging --defaults --set app:service.image=nginx:1.29"));

        Assert.Equal(
            """
            # yaml-language-server: $schema=docs/stack-file.schema.json
            config:
              aws:region: eu-central-1
              app:name: dekart
              app:network:
                cidr: 10.40.0.0/16 # cannot be changed later
                zones: [eu-central-1a, eu-central-1b]
              # without app:domain the load balancer serves plain HTTP under its own name
              app:service:
                image: nginx:1.29
                containerPort: 8080
                healthCheck:
                  path: / # must answer with status 200

            """,
            project.Text(Staging));
        await AssertPreviewsAsync(project);
    }

    [Fact]
    public async Task NewFile_WithADomainAndADatabase_HasThem()
    {
        using var project = new NewStackRun();

        Assert.Equal(0, await project.RunAsync("new staging", "us-east-1\nweb-shop\n\nnginx:1.29\n80\nshop.example.com\n\ndb.t4g.micro\n"));

        Assert.Equal(
            """
            # yaml-language-server: $schema=docs/stack-file.schema.json
            config:
              aws:region: us-east-1
              app:name: web-shop
              app:network:
                cidr: 10.0.0.0/16 # cannot be changed later
                zones: [us-east-1a, us-east-1b]
              app:domain:
                name: shop.example.com
                hostedZoneName: example.com
              app:database:
                engineVersion: 17
                instanceClass: db.t4g.micro
                name: web_shop_app
                username: web_shop_app
                allocatedStorageGiB: 20
                maxAllocatedStorageGiB: 100
                multiAz: false # true survives the failure of a zone, at twice the price
                backupRetentionDays: 7
                deletionProtection: true
                finalSnapshot: true
                tls: require
              app:service:
                image: nginx:1.29
                containerPort: 80
                secrets:
                  DATABASE_URL: { from: database.url }
                healthCheck:
                  path: / # must answer with status 200

            """,
            project.Text(Staging));
        await AssertPreviewsAsync(project);
    }

    [Fact]
    public async Task NewFile_WithoutATerminal_ListsEveryQuestion()
    {
        using var project = new NewStackRun();

        Assert.Equal(2, await project.RunAsync("new staging"));

        Assert.Equal(
            """
            7 answers are missing, so nothing was written. Add these options, or --defaults to accept the values shown:
              --set aws:region='<value>'             # the AWS region
              --set app:name='<value>'               # the name of the application
              --set app:network.cidr=10.0.0.0/16     # the range of the VPC, which no other network of yours should have
              --set app:service.image='<value>'      # the image of the application, with its tag
              --set app:service.containerPort=8080   # the port on which it serves HTTP
              --set app:domain.name=none             # its domain name, for HTTPS
              --set app:database.instanceClass=none  # the instance class of a PostgreSQL database, such as db.t4g.micro

            """,
            project.Error);
    }

    private static async Task AssertPreviewsAsync(NewStackRun project)
    {
        Assert.Equal(0, await project.RunAsync("preview staging"));
        Assert.Equal("", project.Error);
    }
}
